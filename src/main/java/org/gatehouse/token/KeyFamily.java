package org.gatehouse.token;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which tokens a key signs. No key is in two families, and a checker looks for a token's key in the one family of its type: whoever takes the tokens of one
 * family by their signature never takes those of the other, whatever their claims say (RFC 8725 section 3.12).
 */
public enum KeyFamily {
    /** Tokens for applications: access, ID, logout and user tokens. */
    TOKEN,
    /** Tokens that SelfKey wallets hold. */
    WALLET,
    /** Checkpoints of the trail. No JWKS shows these keys: nobody takes a checkpoint for a token. */
    AUDIT;

    /** How its tokens may be signed. */
    public List<SigningAlgorithm> algorithms() {
        return switch (this) {
            case TOKEN -> List.of(SigningAlgorithm.RS256, SigningAlgorithm.ES256);
            case WALLET -> List.of(SigningAlgorithm.RS256, SigningAlgorithm.ES256, SigningAlgorithm.RS512);
            case AUDIT -> List.of(SigningAlgorithm.ES256);
        };
    }

    /** Those whose first key is there before the first request; that of another one is made when a client needs it, since RSA takes its time. */
    List<SigningAlgorithm> fromTheStart() {
        return switch (this) {
            case TOKEN, AUDIT -> algorithms();
            case WALLET -> List.of(SigningAlgorithm.ES256);
        };
    }

    /** The family of this {@link #text}; empty where it is none. */
    static Optional<KeyFamily> named(String text) {
        for (KeyFamily family : values()) if (family.text().equals(text)) return Optional.of(family);
        return Optional.empty();
    }

    /** As our own API shows it, such as {@code wallet}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
