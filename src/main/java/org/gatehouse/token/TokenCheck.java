package org.gatehouse.token;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of checking a token: it is {@link Valid} or {@link Refused}. */
public sealed interface TokenCheck {
    /** The claims of a valid token; empty where it was refused. */
    default Optional<Valid> valid() {
        return this instanceof Valid valid ? Optional.of(valid) : Optional.empty();
    }

    /**
     * The token is ours, of the type and for the audience asked for, and valid now.
     *
     * @param subject {@code sub}
     * @param jti {@code jti}
     * @param issuedAt {@code iat}
     * @param expiresAt {@code exp}
     * @param claims all claims as JSON values; times are seconds since 1970
     */
    record Valid(String subject, String jti, Instant issuedAt, Instant expiresAt, Map<String, Object> claims)
            implements TokenCheck {
        /** {@code aud}; empty where there are several, or none. */
        public Optional<String> audience() {
            Object audience = claims.get("aud");
            if (audience instanceof List<?> list && list.size() == 1) audience = list.get(0);
            return audience instanceof String text ? Optional.of(text) : Optional.empty();
        }
    }

    /** The token cannot be taken. */
    record Refused(Reason reason) implements TokenCheck {}

    /** Why a token is refused. For the log and for tests: a caller learns only that the token is not valid. */
    enum Reason {
        /** Longer than 8 KiB. */
        TOO_LARGE,
        /** Not a signed JWT, or without a claim that all of ours have. */
        MALFORMED,
        /** Signed in a way that is not ours, or not the way of its key. */
        WRONG_ALGORITHM,
        /** Without kid, or the key is not ours, gone, or of another family. */
        UNKNOWN_KEY,
        /** The signature is not by that key over this text. */
        WRONG_SIGNATURE,
        /** Another {@code typ}, or a token for another purpose. */
        WRONG_TYPE,
        /** Another issuer. */
        WRONG_ISSUER,
        /** For someone else. */
        WRONG_AUDIENCE,
        /** No longer valid. */
        EXPIRED,
        /** Not valid yet. */
        NOT_YET_VALID;

        /** The stable name, such as {@code unknown-key}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
