package org.gatehouse.session;

import org.gatehouse.vault.Secret;

/** What came of finishing an attempt. */
public sealed interface Finish {
    /**
     * The browser is signed in.
     *
     * @param session the new session
     * @param secret for the session's cookie; nobody but this browser ever has it
     * @param goOn where the browser goes now
     */
    record SignedIn(Session session, Secret secret, LocalPath goOn) implements Finish {}

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
