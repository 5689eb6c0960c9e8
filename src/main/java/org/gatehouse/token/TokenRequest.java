package org.gatehouse.token;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token to mint.
 *
 * @param type what it is for
 * @param headerType the {@code typ} of its header: one that fits the type
 * @param algorithm how it is signed: a way of the type's family of keys
 * @param jku whether its header says where the JWKS is (RFC 7515 section 4.1.2), for the few servers that change keys in no other way
 * @param subject {@code sub}: whom it is about
 * @param audience {@code aud}: the one who takes it
 * @param lifetime how long it is valid: a second at least, 24 hours at most
 * @param claims further claims: text, numbers, true and false, and lists and maps of these; not those that the issuer sets ({@code iss}, {@code sub},
 *     {@code aud}, {@code exp}, {@code nbf}, {@code iat}, {@code jti}, {@code token_use})
 */
public record TokenRequest(
        TokenType type,
        HeaderType headerType,
        SigningAlgorithm algorithm,
        boolean jku,
        String subject,
        String audience,
        Duration lifetime,
        Map<String, Object> claims) {
    private static final Set<String> OF_THE_ISSUER =
            Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", TokenType.CLAIM);

    /** @throws IllegalArgumentException if a part is out of its bounds */
    public TokenRequest {
        if (!type.headers().contains(headerType)) throw new IllegalArgumentException(type + " is no " + headerType);
        if (!type.family().algorithms().contains(algorithm))
            throw new IllegalArgumentException(type + " is not signed by " + algorithm);
        if (subject.isEmpty()) throw new IllegalArgumentException("a token has a subject");
        if (audience.isEmpty()) throw new IllegalArgumentException("a token has an audience");
        if (lifetime.toSeconds() < 1 || lifetime.compareTo(KeyRing.LONGEST_TOKEN) > 0) {
            throw new IllegalArgumentException("a token is valid for 1 second to " + KeyRing.LONGEST_TOKEN);
        }
        claims = Map.copyOf(claims);
        for (Map.Entry<String, Object> claim : claims.entrySet()) {
            if (OF_THE_ISSUER.contains(claim.getKey()) || !json(claim.getValue())) {
                throw new IllegalArgumentException("not a claim that can be asked for: " + claim.getKey());
            }
        }
    }

    /** Other objects would be written field by field, whatever they hold. */
    private static boolean json(@Nullable Object value) {
        if (value instanceof List<?> list) return list.stream().allMatch(TokenRequest::json);
        if (value instanceof Map<?, ?> map) {
            return map.keySet().stream().allMatch(String.class::isInstance)
                    && map.values().stream().allMatch(TokenRequest::json);
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
