package org.gatehouse.client;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.account.Standing;
import org.gatehouse.wallet.AccountId;

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

    /** The kinds of wallet that are let in; empty for all. An Idena state is a matter of Idena wallets. */
    public Set<String> kinds() {
        return minimumIdenaState.isPresent() ? Set.of("idena") : wallets;
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
     * @param wallet the wallet that the person signed in with
     * @param standing what the wallet's network says; asked for only where a state counts
     */
    public Decision decide(AccountId wallet, Supplier<Standing> standing) {
        if (!kinds().isEmpty() && !kinds().contains(wallet.kind())) return Decision.WRONG_WALLET;
        if (minimumIdenaState.isEmpty()) return Decision.ADMITTED;
        Standing known = standing.get();
        if (!known.known()) return Decision.STATE_UNKNOWN;
        int rung = IdenaNames.LADDER.indexOf(String.valueOf(known.facts().get("state")));
        return rung < IdenaNames.LADDER.indexOf(minimumIdenaState.get()) ? Decision.STATE_TOO_LOW : Decision.ADMITTED;
    }
}
