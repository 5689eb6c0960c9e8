package org.gatehouse.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a request with a body of {@code application/x-www-form-urlencoded}. */
final class Form {
    /** The largest body that is read, in bytes: a signed assertion is the largest thing in one. */
    static final int MAX_BYTES = 32_768;

    private static final String TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    /** Reads a body; empty where it is of another type, too large, or has a parameter more than once (RFC 6749 section 3.2). */
    static Optional<Parameters> read(@Nullable String contentType, InputStream body) {
        if (!is(contentType)) return Optional.empty();
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            return Parameters.parse(new String(bytes, StandardCharsets.UTF_8), MAX_BYTES, MAX_BYTES)
                    .filter(parameters -> !parameters.excessive());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a body of this {@code Content-Type} is a form. */
    static boolean is(@Nullable String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE);
    }
}
