package org.gatehouse.session;

import java.util.Locale;
import org.gatehouse.vault.Secret;

/** What came of finishing an attempt. */
public sealed interface Finish {
    /**
     * The browser is signed in.
     *
     * @param session the session: a new one, or the one that the browser had, if it was of this account
     * @param secret for the session's cookie; nobody but this browser ever has it
     * @param goOn where the browser goes now
     */
    record SignedIn(Session session, Secret secret, LocalPath goOn) implements Finish {}

    /**
     * The wallet belongs to the account of the browser's session now, or did before. The session is as it was.
     *
     * @param goOn where the browser goes now
     */
    record Linked(LocalPath goOn) implements Finish {}

    /** The attempt is used up, and nothing was changed. */
    record Unchanged(Reason reason) implements Finish {}

    /** Why nothing was changed. */
    enum Reason {
        /** The wallet that was to be added belongs to another account. */
        OF_ANOTHER,
        /** The wallet that was to confirm is none of the account's. */
        NOT_YOURS,
        /** Nobody may sign in to the account of this wallet. */
        BLOCKED;

        /** The stable name, such as {@code of-another}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Another tab of this browser was first, and its cookie is here as well.
     *
     * @param goOn where the browser goes now
     */
    record Before(LocalPath goOn) implements Finish {}

    /** No wallet has confirmed yet. */
    record NotYet() implements Finish {}

    /** The attempt expired, was ended, or never was. */
    record Gone() implements Finish {}
}
