package org.gatehouse.idena;

/** What authenticate came to. */
sealed interface Authenticated {
    /** The signature is by the address that start-session named, and this call proved the attempt. */
    record Yes() implements Authenticated {}

    /** The signature is by someone else. The nonce is used up. */
    record No() implements Authenticated {}

    /**
     * There was nothing to prove.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Authenticated {}
}
