package org.gatehouse.client;

import java.util.Map;
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

    /** What becomes of a person who comes to an application. */
    public enum Decision {
        /** Let in. */
        ADMITTED,
        /** The application does not take this kind of wallet. */
        WRONG_WALLET,
        /** The Idena state is below what the application asks for. */
        STATE_TOO_LOW,
        /** The Idena state is asked for and cannot be found out now. */
        STATE_UNKNOWN
    }

    /**
     * Decides on a person.
     *
     * @param facts what is known of the person, as for {@link Client#groups}
     */
    public Decision decide(Map<String, Set<String>> facts) {
        Set<String> kinds = facts.getOrDefault("wallet", Set.of());
        if (kinds.stream().noneMatch(this::takes)) return Decision.WRONG_WALLET;
        if (minimumIdenaState.isEmpty()) return Decision.ADMITTED;
        Set<String> states = facts.getOrDefault("idena.state", Set.of());
        if (states.isEmpty()) return kinds.contains("idena") ? Decision.STATE_UNKNOWN : Decision.STATE_TOO_LOW;
        return states.stream().anyMatch(this::reachedBy) ? Decision.ADMITTED : Decision.STATE_TOO_LOW;
    }

    /** Whether someone of this Idena state is let in. */
    public boolean reachedBy(String state) {
        return minimumIdenaState
                .filter(least -> IdenaNames.LADDER.indexOf(state) < IdenaNames.LADDER.indexOf(least))
                .isEmpty();
    }
}
