package org.gatehouse.client;

import java.util.Optional;
import org.gatehouse.vault.Secret;

/**
 * What came of a change of a registered client.
 *
 * @param outcome what
 * @param client the client as it is now; empty where it was refused, or removed
 * @param secret the client's new secret, to be shown once
 * @param wrong the member that is wrong, such as {@code selfkey.origins}; empty where none is
 * @param why for administrators, where it was refused: what is wrong, or what the client is needed for
 */
public record Registered(
        Outcome outcome, Optional<StoredClient> client, Optional<Secret> secret, String wrong, String why) {
    /** What came of it. */
    public enum Outcome {
        DONE,
        /** The entry cannot be taken. */
        WRONG,
        /** Another client has this id. */
        TAKEN,
        UNKNOWN,
        /** Somebody else changed or removed it since the caller looked. */
        CHANGED_SINCE,
        /** Something is kept for it that must not go. */
        HELD,
        /** It proves itself in another way than by a secret. */
        WITHOUT_SECRET,
        /** It is Gatehouse itself. */
        BUILT_IN
    }

    static Registered of(Outcome outcome) {
        return new Registered(outcome, Optional.empty(), Optional.empty(), "", "");
    }

    static Registered done(StoredClient client, Optional<Secret> secret) {
        return new Registered(Outcome.DONE, Optional.of(client), secret, "", "");
    }

    static Registered wrong(String member, String why) {
        return new Registered(Outcome.WRONG, Optional.empty(), Optional.empty(), member, why);
    }

    static Registered held(String why) {
        return new Registered(Outcome.HELD, Optional.empty(), Optional.empty(), "", why);
    }

    /** Whether it was done. */
    public boolean done() {
        return outcome == Outcome.DONE;
    }
}
