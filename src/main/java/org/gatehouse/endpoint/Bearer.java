package org.gatehouse.endpoint;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The token in an {@code Authorization} header (RFC 6750 section 2.1). */
public final class Bearer {
    private static final String SCHEME = "bearer ";

    private Bearer() {}

    /**
     * Looks for the token.
     *
     * @param authorization the header, or null
     * @param call what is done with the token
     * @param refused what is done where there is none, with the sentence that says so
     */
    public static <T> T token(
            @Nullable String authorization, Function<String, T> call, BiFunction<Refusal, String, T> refused) {
        if (authorization == null) return refused.apply(Refusal.TOKEN_MISSING, "Missing authorization header");
        boolean bearer = authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        String token = bearer ? authorization.substring(SCHEME.length()).strip() : "";
        return token.isEmpty()
                ? refused.apply(Refusal.TOKEN_INVALID, "Malformed authorization header")
                : call.apply(token);
    }
}
