package org.gatehouse.idena;

/** What start-session came to. */
sealed interface Started {
    /**
     * A nonce to sign.
     *
     * @param nonce begins with {@code signin-}
     */
    record Issued(String nonce) implements Started {}

    /**
     * No nonce.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Started {}
}
