package org.gatehouse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenIssuerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00.750Z");
    private static final MovedClock CLOCK = new MovedClock(NOW);
    private static final TokenSystem TOKENS = new TokenSystem(CLOCK);

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256"})
    void anApplicationThatHasTheJwksAloneCanCheckAToken(SigningAlgorithm algorithm) throws Exception {
        SignedJWT token =
                SignedJWT.parse(issue(algorithm, Map.of("upn", "0xabc")).value());
        JWK key = JWKSet.parse(TOKENS.jwks()).getKeyByKeyId(token.getHeader().getKeyID());
        assertTrue(token.verify(new DefaultJWSVerifierFactory()
                .createJWSVerifier(token.getHeader(), ((AsymmetricJWK) key).toPublicKey())));
        assertEquals("0xabc", token.getJWTClaimsSet().getStringClaim("upn"));
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256"})
    void theHeaderHasAlgTypAndTheThumbprintAsKid(SigningAlgorithm algorithm) throws Exception {
        SignedJWT token = SignedJWT.parse(issue(algorithm, Map.of()).value());
        assertEquals(algorithm.name(), token.getHeader().getAlgorithm().getName());
        assertEquals("JWT", token.getHeader().getType().getType());
        JWK key = JWKSet.parse(TOKENS.jwks()).getKeyByKeyId(token.getHeader().getKeyID());
        assertEquals(
                key.computeThumbprint("SHA-256").toString(), token.getHeader().getKeyID());
        assertEquals(3, token.getHeader().toJSONObject().size());
    }

    @Test
    void theHeaderTypeIsAtJwtWhereTheApplicationAsksForIt() throws Exception {
        TokenRequest request = new TokenRequest(
                TokenType.ACCESS,
                HeaderType.AT_JWT,
                SigningAlgorithm.ES256,
                false,
                "account",
                "shop",
                Duration.ofMinutes(10),
                Map.of());
        SignedJWT token = SignedJWT.parse(TOKENS.issuer().issue(request).value());
        assertEquals("at+jwt", token.getHeader().getType().getType());
    }

    @Test
    void theHeaderSaysWhereTheJwksIsForTheApplicationThatAsksForIt() throws Exception {
        TokenRequest request = new TokenRequest(
                TokenType.ACCESS,
                HeaderType.JWT,
                SigningAlgorithm.RS256,
                true,
                "account",
                "shop",
                Duration.ofMinutes(10),
                Map.of());
        SignedJWT token = SignedJWT.parse(TOKENS.issuer().issue(request).value());
        assertEquals(
                TokenSystem.ISSUER + "/oauth2/jwks",
                token.getHeader().getJWKURL().toString());
    }

    @Test
    void noTokenCallsItselfWhatItIsNot() {
        assertEquals(Set.of(HeaderType.LOGOUT_JWT), TokenType.LOGOUT.headers());
        for (TokenType type : List.of(TokenType.ID, TokenType.LOGOUT)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new TokenRequest(
                            type,
                            HeaderType.AT_JWT,
                            SigningAlgorithm.RS256,
                            false,
                            "account",
                            "shop",
                            Duration.ofMinutes(10),
                            Map.of()));
        }
    }

    @Test
    void aTokenHasTheClaimsThatMicroProfileJwtAsksFor() throws Exception {
        IssuedToken issued = issue(SigningAlgorithm.RS256, Map.of("groups", List.of("Human", "admin")));
        JWTClaimsSet claims = SignedJWT.parse(issued.value()).getJWTClaimsSet();
        assertEquals(TokenSystem.ISSUER, claims.getIssuer());
        assertEquals("account", claims.getSubject());
        assertEquals(List.of("shop"), claims.getAudience());
        assertEquals(issued.jti(), claims.getJWTID());
        assertEquals(List.of("Human", "admin"), claims.getStringListClaim("groups"));
        assertEquals("access", claims.getStringClaim("token_use"));
        assertEquals(Instant.parse("2026-11-20T08:10:00Z"), issued.expiresAt());
    }

    @Test
    void timesAreWholeSecondsThatNeverLieInTheFuture() {
        String payload = payload(issue(SigningAlgorithm.ES256, Map.of()));
        long now = Instant.parse("2026-11-20T08:00:00Z").getEpochSecond();
        assertTrue(payload.contains("\"iat\":" + now + ","), payload);
        assertTrue(payload.contains("\"nbf\":" + now), payload);
        assertTrue(payload.contains("\"exp\":" + (now + 600)), payload);
    }

    @Test
    void claimsAreCompactJsonAndKeepTheirTypes() {
        String payload = payload(issue(
                SigningAlgorithm.ES256,
                Map.of("idena", Map.of("age", 12), "stake", 1.5, "is/it", true, "name", "Zoë \"<&>\"")));
        assertTrue(payload.contains("\"idena\":{\"age\":12}"), payload);
        assertTrue(payload.contains("\"stake\":1.5"), payload);
        assertTrue(payload.contains("\"is/it\":true"), payload);
        assertTrue(payload.contains("\"Zoë \\\""), payload);
        assertTrue(payload.contains("\"aud\":\"shop\""), payload);
        assertFalse(payload.contains(": "), payload);
    }

    @Test
    void everyTokenHasItsOwnIdOf128Bits() {
        IssuedToken one = issue(SigningAlgorithm.ES256, Map.of());
        IssuedToken two = issue(SigningAlgorithm.ES256, Map.of());
        assertNotEquals(one.jti(), two.jti());
        assertTrue(one.jti().matches("[0-9a-f]{32}"), one.jti());
    }

    @Test
    void aTokensTextForLogsDoesNotShowIt() {
        IssuedToken issued = issue(SigningAlgorithm.ES256, Map.of());
        assertEquals("token " + issued.jti(), issued.toString());
    }

    @Test
    void noCallerCanSetWhatTheIssuerSets() {
        for (String claim : List.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "token_use")) {
            assertThrows(
                    IllegalArgumentException.class, () -> issue(SigningAlgorithm.ES256, Map.of(claim, "x")), claim);
        }
    }

    @Test
    void aClaimThatIsNotJsonIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> issue(SigningAlgorithm.ES256, Map.of("at", NOW)));
        assertThrows(
                IllegalArgumentException.class,
                () -> issue(SigningAlgorithm.ES256, Map.of("list", List.of(Map.of("at", NOW)))));
    }

    @Test
    void noTokenOutlivesTheKeyThatSignedIt() {
        request(KeyRing.LONGEST_TOKEN);
        assertThrows(IllegalArgumentException.class, () -> request(KeyRing.LONGEST_TOKEN.plusSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> request(Duration.ofMillis(999)));
    }

    private static IssuedToken issue(SigningAlgorithm algorithm, Map<String, Object> claims) {
        return TOKENS.issuer()
                .issue(new TokenRequest(
                        TokenType.ACCESS,
                        HeaderType.JWT,
                        algorithm,
                        false,
                        "account",
                        "shop",
                        Duration.ofMinutes(10),
                        claims));
    }

    private static TokenRequest request(Duration lifetime) {
        return new TokenRequest(
                TokenType.ACCESS, HeaderType.JWT, SigningAlgorithm.RS256, false, "account", "shop", lifetime, Map.of());
    }

    private static String payload(IssuedToken issued) {
        byte[] utf8 = Base64.getUrlDecoder().decode(issued.value().split("\\.", -1)[1]);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
