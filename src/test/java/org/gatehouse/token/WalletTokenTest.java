package org.gatehouse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens that SelfKey wallets hold, and what their own servers and ours make of them. */
class WalletTokenTest {
    private static final TokenSystem TOKENS = new TokenSystem(new MovedClock(Instant.parse("2026-11-20T08:00:00Z")));

    /** A member's value that a JavaScript engine writes as it read it: an ASCII text without escapes, or an integer as JSON has it. */
    private static final String STABLE = "(?:\"[ !#-\\[\\]-~]*\"|0|[1-9][0-9]{0,14})";

    private static final String MEMBER = "\"[a-z_]+\":" + STABLE;
    private static final Pattern OBJECT = Pattern.compile("\\{" + MEMBER + "(?:," + MEMBER + ")*\\}");

    @ParameterizedTest
    @EnumSource
    void theKeysOfWalletTokensCheckThem(SigningAlgorithm algorithm) throws Exception {
        SignedJWT token = SignedJWT.parse(issue(algorithm));
        assertEquals(algorithm.jws(), token.getHeader().getAlgorithm());
        JWK key = JWKSet.parse(TOKENS.walletJwks())
                .getKeyByKeyId(token.getHeader().getKeyID());
        assertTrue(token.verify(verifier(token, key)));
        assertTrue(TOKENS.checker()
                .check(token.serialize(), TokenType.WALLET, "https://gate.example/selfkey/shop")
                .valid()
                .isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void noKeyOfOtherTokensChecksAWalletToken(SigningAlgorithm algorithm) throws Exception {
        SignedJWT token = SignedJWT.parse(issue(algorithm));
        JWKSet others = JWKSet.parse(TOKENS.jwks());
        assertEquals(2, others.size());
        assertNull(others.getKeyByKeyId(token.getHeader().getKeyID()));
        for (JWK key : others.getKeys()) {
            boolean ec = algorithm == SigningAlgorithm.ES256;
            if (key.getKeyType().getValue().equals("EC") == ec) assertFalse(token.verify(verifier(token, key)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noKeyOfWalletTokensIsOneOfTheOthers(SigningAlgorithm algorithm) throws Exception {
        issue(algorithm);
        JWKSet others = JWKSet.parse(TOKENS.jwks());
        for (JWK key : JWKSet.parse(TOKENS.walletJwks()).getKeys()) {
            assertFalse(key.isPrivate());
            assertNull(others.getKeyByKeyId(key.getKeyID()));
        }
    }

    /** SelfKey's own library refuses RS512 with fewer bits. */
    @Test
    void keysForRs512Have4096Bits() throws Exception {
        issue(SigningAlgorithm.RS512);
        issue(SigningAlgorithm.RS256);
        for (JWK key : JWKSet.parse(TOKENS.walletJwks()).getKeys()) {
            Map<String, Integer> bits = Map.of("RS256", 2_048, "ES256", 256, "RS512", 4_096);
            assertEquals(bits.get(key.getAlgorithm().getName()), key.size());
        }
    }

    /** The wallet keeps the token decoded, and sends what its own JSON writer makes of it. */
    @ParameterizedTest
    @EnumSource
    void aJavaScriptEngineWritesHeaderAndPayloadAsTheyWere(SigningAlgorithm algorithm) {
        String[] parts = issue(algorithm).split("\\.", -1);
        for (String part : new String[] {parts[0], parts[1]}) {
            String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
            assertTrue(OBJECT.matcher(json).matches(), json);
            assertFalse(part.endsWith("="));
        }
    }

    @Test
    void aWalletTokenAloneMayBeSignedByRs512() {
        for (TokenType type : TokenType.values()) {
            if (type == TokenType.WALLET) continue;
            HeaderType header = type.headers().iterator().next();
            assertThrows(
                    IllegalArgumentException.class, () -> request(type, header, SigningAlgorithm.RS512), type::name);
        }
    }

    private static String issue(SigningAlgorithm algorithm) {
        return TOKENS.issuer()
                .issue(request(TokenType.WALLET, HeaderType.JWT, algorithm))
                .value();
    }

    private static TokenRequest request(TokenType type, HeaderType header, SigningAlgorithm algorithm) {
        return new TokenRequest(
                type,
                header,
                algorithm,
                false,
                "did:eth:0xab16a96d359ec26a11e2c2b3d8f8b8942d5bfcdb",
                "https://gate.example/selfkey/shop",
                Duration.ofHours(1),
                Map.of("wallet", "eip155:1:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb"));
    }

    private static JWSVerifier verifier(SignedJWT token, JWK key) throws Exception {
        return new DefaultJWSVerifierFactory()
                .createJWSVerifier(token.getHeader(), ((AsymmetricJWK) key).toPublicKey());
    }
}
