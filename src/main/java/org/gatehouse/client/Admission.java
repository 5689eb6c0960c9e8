package org.gatehouse.client;

import java.util.Optional;
import java.util.Set;

/**
 * Whom an application lets in.
 *
 * @param wallets the kinds of wallet, such as {@code idena}, as CAIP-2 has the namespace; empty for all
 * @param minimumIdenaState {@code Newbie}, {@code Verified} or {@code Human}; empty where no state is asked for
 */
public record Admission(Set<String> wallets, Optional<String> minimumIdenaState) {
    /** Everyone. */
    static final Admission ALL = new Admission(Set.of(), Optional.empty());

    public Admission {
        wallets = Set.copyOf(wallets);
    }

    /** Whether it takes wallets of this kind. */
    public boolean takes(String kind) {
        return wallets.isEmpty() || wallets.contains(kind);
    }

    /** Whether someone of this Idena state is let in. */
    public boolean reachedBy(String state) {
        return minimumIdenaState
                .filter(least -> IdenaNames.LADDER.indexOf(state) < IdenaNames.LADDER.indexOf(least))
                .isEmpty();
    }
}
