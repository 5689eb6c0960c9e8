package org.gatehouse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gatehouse.token.TokenCheck.Reason;
import org.gatehouse.token.TokenCheck.Refused;
import org.gatehouse.token.TokenCheck.Valid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of RFC 8725 that a checker keeps, by a token that breaks this rule alone. */
class TokenCheckerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final MovedClock CLOCK = new MovedClock(NOW);
    private static final KeysInMemory STORED = new KeysInMemory();
    private static final TokenSystem TOKENS = new TokenSystem(CLOCK, STORED, TokenSystem.ISSUER);
    private static final TokenSystem FOREIGN = new TokenSystem(CLOCK);
    private static final RingKey RSA = TOKENS.ring.active(SigningAlgorithm.RS256);
    private static final RingKey EC = TOKENS.ring.active(SigningAlgorithm.ES256);

    @BeforeEach
    void setTheClock() {
        CLOCK.moveTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256"})
    void aTokenOfOursIsValidAndShowsItsClaims(SigningAlgorithm algorithm) {
        IssuedToken issued = issue(TOKENS, algorithm, "shop");
        Valid valid = assertInstanceOf(Valid.class, check(issued.value()));
        assertEquals("account", valid.subject());
        assertEquals(issued.jti(), valid.jti());
        assertEquals(NOW, valid.issuedAt());
        assertEquals(issued.expiresAt(), valid.expiresAt());
        assertEquals("0xabc", valid.claims().get("upn"));
        assertEquals(NOW.getEpochSecond() + 600, valid.claims().get("exp"));
        assertThrows(UnsupportedOperationException.class, () -> valid.claims().clear());
    }

    @ParameterizedTest
    @EnumSource(names = {"JWT", "AT_JWT"})
    void bothHeaderTypesAreTaken(HeaderType type) throws Exception {
        assertTrue(check(sign(header().type(new JOSEObjectType(type.text())), claims()))
                .valid()
                .isPresent());
    }

    @Test
    void algNoneIsRefused() throws Exception {
        assertRefused(Reason.MALFORMED, new PlainJWT(claims().build()).serialize());
        String[] parts = issue(TOKENS, SigningAlgorithm.RS256, "shop").value().split("\\.", -1);
        String none = base64("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"" + RSA.kid() + "\"}");
        assertRefused(Reason.MALFORMED, none + "." + parts[1] + ".");
        assertRefused(Reason.MALFORMED, none + "." + parts[1] + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS512"})
    void aMacWithThePublicKeyAsItsSecretIsRefused(String algorithm) throws Exception {
        byte[] publicKey = RSA.publicJwk().toRSAKey().toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey)
                + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : List.of(publicKey, pem.getBytes(StandardCharsets.US_ASCII))) {
            JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).type(JOSEObjectType.JWT);
            assertRefused(Reason.WRONG_ALGORITHM, sign(header.keyID(RSA.kid()), claims(), new MACSigner(secret)));
        }
    }

    @Test
    void anotherAlgorithmWithOurOwnKeyIsRefused() throws Exception {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.PS256).type(JOSEObjectType.JWT);
        assertRefused(Reason.WRONG_ALGORITHM, sign(header.keyID(RSA.kid()), claims(), signerOf(RSA)));
    }

    @Test
    void anAlgorithmOfOursThatIsNotTheKeysIsRefused() throws Exception {
        assertRefused(Reason.WRONG_ALGORITHM, sign(header().keyID(EC.kid()), claims()));
    }

    @Test
    void aKidThatIsNotOursIsRefused() {
        assertRefused(
                Reason.UNKNOWN_KEY,
                issue(FOREIGN, SigningAlgorithm.RS256, "shop").value());
    }

    @Test
    void aTokenWithoutKidIsRefused() throws Exception {
        assertRefused(Reason.UNKNOWN_KEY, sign(header().keyID(null), claims()));
    }

    @Test
    void aForeignKeyUnderOurKidIsRefusedThoughTheHeaderBringsItAlong() throws Exception {
        RingKey foreign = FOREIGN.ring.active(SigningAlgorithm.RS256);
        assertRefused(Reason.WRONG_SIGNATURE, sign(header().jwk(foreign.publicJwk()), claims(), foreign.signer()));
    }

    @Test
    void aHeaderThatBringsAPrivateKeyIsRefused() throws Exception {
        String[] parts = issue(TOKENS, SigningAlgorithm.ES256, "shop").value().split("\\.", -1);
        JWK pair = SigningAlgorithm.ES256.generate();
        String header = base64("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"jwk\":" + pair.toJSONString() + "}");
        assertRefused(Reason.MALFORMED, header + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void anUnknownCriticalHeaderIsRefused() throws Exception {
        JWSHeader.Builder header =
                header().criticalParams(java.util.Set.of("exp")).customParam("exp", 1);
        assertRefused(Reason.WRONG_SIGNATURE, sign(header, claims()));
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256"})
    void aTokenWhoseTextWasChangedIsRefused(SigningAlgorithm algorithm) {
        String[] parts = issue(TOKENS, algorithm, "shop").value().split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = base64(payload.replace("\"account\"", "\"another\""));
        assertFalse(changed.equals(parts[1]));
        assertRefused(Reason.WRONG_SIGNATURE, parts[0] + "." + changed + "." + parts[2]);
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        String otherHeader = base64(header.replace("\"JWT\"", "\"at+jwt\""));
        assertRefused(Reason.WRONG_SIGNATURE, otherHeader + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void anEcSignatureOfZerosIsRefused() {
        String[] parts = issue(TOKENS, SigningAlgorithm.ES256, "shop").value().split("\\.", -1);
        String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
        assertRefused(Reason.WRONG_SIGNATURE, parts[0] + "." + parts[1] + "." + zeros);
        assertRefused(Reason.WRONG_SIGNATURE, parts[0] + "." + parts[1] + ".AAAA");
    }

    @Test
    void anotherTypInTheHeaderIsRefused() throws Exception {
        assertRefused(Reason.WRONG_TYPE, sign(header().type(new JOSEObjectType("logout+jwt")), claims()));
        assertRefused(Reason.WRONG_TYPE, sign(header().type(null), claims()));
    }

    @Test
    void aTokenOfAnotherTypeIsRefused() throws Exception {
        assertRefused(Reason.WRONG_TYPE, sign(header(), claims().claim("token_use", "id")));
        assertRefused(Reason.WRONG_TYPE, sign(header(), claims().claim("token_use", null)));
        assertRefused(Reason.WRONG_TYPE, sign(header(), claims().claim("token_use", List.of("access"))));
    }

    @Test
    void eachTypeIsTakenAsItselfAlone() {
        for (TokenType type : TokenType.values()) {
            String jwt = TOKENS.issuer().issue(request(type)).value();
            for (TokenType asked : TokenType.values()) {
                String what = type + " as " + asked;
                assertEquals(
                        type == asked,
                        TOKENS.checker().check(jwt, asked, "shop").valid().isPresent(),
                        what);
                assertEquals(
                        type == asked,
                        TOKENS.checker().check(jwt, asked).valid().isPresent(),
                        what);
                assertEquals(
                        type == asked,
                        TOKENS.checker().formerly(jwt, asked).valid().isPresent(),
                        what);
            }
        }
    }

    private static TokenRequest request(TokenType type) {
        return new TokenRequest(
                type,
                type.headers().iterator().next(),
                SigningAlgorithm.ES256,
                false,
                "account",
                "shop",
                Duration.ofMinutes(10),
                Map.of());
    }

    @Test
    void aTokenByAKeyOfAnotherFamilyIsRefusedWhateverItSays() throws Exception {
        RingKey wallet = TOKENS.rings.of(KeyFamily.WALLET).active(SigningAlgorithm.ES256);
        JWSHeader.Builder ofWallets = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(wallet.kid());
        assertRefused(Reason.UNKNOWN_KEY, sign(ofWallets, claims(), wallet.signer()));
        String byTokenKey = sign(header(), claims().claim("token_use", "wallet"));
        assertEquals(new Refused(Reason.UNKNOWN_KEY), TOKENS.checker().check(byTokenKey, TokenType.WALLET, "shop"));
        String byWalletKey = sign(ofWallets, claims().claim("token_use", "wallet"), wallet.signer());
        assertTrue(TOKENS.checker()
                .check(byWalletKey, TokenType.WALLET, "shop")
                .valid()
                .isPresent());
    }

    @Test
    void anotherIssuerIsRefused() throws Exception {
        TokenSystem sister = new TokenSystem(CLOCK, STORED, "https://sister.example");
        assertRefused(
                Reason.WRONG_ISSUER,
                issue(sister, SigningAlgorithm.RS256, "shop").value());
        assertRefused(Reason.WRONG_ISSUER, sign(header(), claims().issuer(TokenSystem.ISSUER + "/")));
        assertRefused(Reason.WRONG_ISSUER, sign(header(), claims().issuer(null)));
    }

    @Test
    void anotherAudienceIsRefused() throws Exception {
        assertRefused(
                Reason.WRONG_AUDIENCE,
                issue(TOKENS, SigningAlgorithm.RS256, "bank").value());
        assertRefused(Reason.WRONG_AUDIENCE, sign(header(), claims().audience((String) null)));
    }

    @Test
    void aTokenIsValidUntilTheSecondOfItsExpiryAndNoLonger() {
        IssuedToken issued = issue(TOKENS, SigningAlgorithm.ES256, "shop");
        CLOCK.moveTo(issued.expiresAt().minusMillis(1));
        assertTrue(check(issued.value()).valid().isPresent());
        CLOCK.moveTo(issued.expiresAt());
        assertRefused(Reason.EXPIRED, issued.value());
    }

    @Test
    void aTokenOfTheFutureIsRefusedBeyondTheSkewOfTwoNodes() throws Exception {
        String soon = sign(header(), claims().notBeforeTime(Date.from(NOW.plusSeconds(5))));
        assertTrue(check(soon).valid().isPresent());
        String later = sign(header(), claims().notBeforeTime(Date.from(NOW.plusSeconds(6))));
        assertRefused(Reason.NOT_YET_VALID, later);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "nbf", "iat", "sub", "jti"})
    void aTokenWithoutAClaimThatAllOfOursHaveIsRefused(String claim) throws Exception {
        assertRefused(Reason.MALFORMED, sign(header(), claims().claim(claim, null)));
    }

    @Test
    void aTimeThatIsNoNumberIsRefused() throws Exception {
        assertRefused(Reason.MALFORMED, sign(header(), claims().claim("exp", "tomorrow")));
    }

    @Test
    void aTokenIsRefusedOnceItsKeyIsGone() {
        MovedClock clock = new MovedClock(NOW);
        TokenSystem tokens = new TokenSystem(clock);
        String jwt = issue(tokens, SigningAlgorithm.ES256, "shop").value();
        clock.move(Duration.ofDays(89));
        tokens.ring.tend();
        clock.move(Duration.ofDays(1));
        assertEquals(new Refused(Reason.EXPIRED), tokens.checker().check(jwt, TokenType.ACCESS, "shop"));
        clock.move(KeyRing.LONGEST_TOKEN.plus(KeyRing.LONGEST_CACHE));
        assertEquals(new Refused(Reason.UNKNOWN_KEY), tokens.checker().check(jwt, TokenType.ACCESS, "shop"));
    }

    @Test
    void aTokenOfThePreviousKeyIsValidAfterTheChange() {
        MovedClock clock = new MovedClock(NOW);
        TokenSystem tokens = new TokenSystem(clock);
        clock.move(Duration.ofDays(89));
        tokens.ring.tend();
        clock.move(Duration.ofDays(1).minusSeconds(1));
        String jwt = issue(tokens, SigningAlgorithm.ES256, "shop").value();
        clock.move(Duration.ofMinutes(5));
        assertTrue(tokens.checker().check(jwt, TokenType.ACCESS, "shop").valid().isPresent());
    }

    @Test
    void aTokenOfMoreThanEightKibibytesIsRefused() throws Exception {
        String small = sign(header(), claims().claim("x", "x".repeat(5_000)));
        assertTrue(check(small).valid().isPresent());
        String large = sign(header(), claims().claim("x", "x".repeat(6_000)));
        assertRefused(Reason.TOO_LARGE, large);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "...",
                "....",
                "a.b.c",
                "null",
                "{}",
                "e30.e30.e30",
                "e30.e30.",
                "\0.\0.\0",
                "bnVsbA.bnVsbA.bnVsbA",
                "W10.W10.W10",
                "eyJhbGciOm51bGx9.e30.AA",
                "eyJhbGciOltdfQ.e30.AA"
            })
    void garbageIsRefused(String garbage) {
        assertRefused(Reason.MALFORMED, garbage);
    }

    @Test
    void deepNestingIsRefused() {
        String deep = base64("{\"alg\":" + "[".repeat(5_000) + "]".repeat(1_000));
        assertRefused(Reason.MALFORMED, deep + ".e30.AA");
        String deepLegal = base64("{\"alg\":\"RS256\",\"x\":" + "[".repeat(2_900) + "]".repeat(2_900) + "}");
        assertInstanceOf(Refused.class, check(deepLegal + ".e30.AA"));
    }

    @Test
    void noRandomChangeMakesTheCheckThrowOrPass() {
        Random random = new Random(7515);
        for (SigningAlgorithm algorithm : KeyFamily.TOKEN.algorithms()) {
            String jwt = issue(TOKENS, algorithm, "shop").value();
            int signature = jwt.lastIndexOf('.');
            for (int i = 0; i < 2_000; i++) {
                StringBuilder changed = new StringBuilder(jwt);
                int at = random.nextInt(signature);
                char other = (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0xD800));
                if (other == jwt.charAt(at)) continue;
                changed.setCharAt(at, other);
                assertInstanceOf(Refused.class, check(changed.toString()), () -> changed.toString());
            }
        }
    }

    @Test
    void noRandomHeaderMakesTheCheckThrow() {
        Random random = new Random(8725);
        String[] names = {"alg", "typ", "kid", "jwk", "jku", "x5c", "x5t", "x5u", "crit", "b64", "cty", "x5t#S256"};
        String[] values = {
            "\"RS256\"",
            "\"none\"",
            "\"\"",
            "null",
            "1",
            "true",
            "[]",
            "[\"\"]",
            "[null]",
            "{}",
            "\"http://[\"",
            "{\"kty\":\"oct\",\"k\":\"AA\"}",
            "{\"kty\":\"RSA\"}",
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"A\",\"y\":\"A\"}"
        };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder header = new StringBuilder("{\"alg\":\"ES256\"");
            for (int n = random.nextInt(4); n >= 0; n--) {
                header.append(",\"").append(names[random.nextInt(names.length)]).append("\":");
                header.append(values[random.nextInt(values.length)]);
            }
            String jwt = base64(header.append('}').toString()) + ".e30.AAAA";
            assertInstanceOf(Refused.class, check(jwt), header::toString);
        }
    }

    @Test
    void whereItDoesNotCountForWhomATokenIsAllElseDoes() throws Exception {
        TokenType type = TokenType.ACCESS;
        String jwt = issue(TOKENS, SigningAlgorithm.ES256, "anyone").value();
        assertTrue(TOKENS.checker().check(jwt, type).valid().isPresent());
        assertEquals(new Refused(Reason.WRONG_TYPE), TOKENS.checker().check(jwt, TokenType.ID));
        String elsewhere = sign(header(), claims().issuer("https://other.example"));
        assertEquals(new Refused(Reason.WRONG_ISSUER), TOKENS.checker().check(elsewhere, type));
        CLOCK.move(Duration.ofMinutes(10));
        assertEquals(new Refused(Reason.EXPIRED), TOKENS.checker().check(jwt, type));
    }

    @Test
    void aTokenThatHasExpiredIsStillKnownAsOurs() throws Exception {
        String jwt = issue(TOKENS, SigningAlgorithm.ES256, "anyone").value();
        CLOCK.move(Duration.ofDays(30));
        assertEquals(
                "account",
                TOKENS.checker()
                        .formerly(jwt, TokenType.ACCESS)
                        .valid()
                        .orElseThrow()
                        .subject());
        assertEquals(new Refused(Reason.WRONG_TYPE), TOKENS.checker().formerly(jwt, TokenType.LOGOUT));
        assertEquals(
                new Refused(Reason.WRONG_ISSUER),
                TOKENS.checker().formerly(sign(header(), claims().issuer("https://a.example")), TokenType.ACCESS));
        String foreign = issue(FOREIGN, SigningAlgorithm.ES256, "anyone").value();
        assertEquals(new Refused(Reason.UNKNOWN_KEY), TOKENS.checker().formerly(foreign, TokenType.ACCESS));
    }

    @Test
    void aTokenWhoseKeyIsGoneIsNotKnownAsOursAnyMore() {
        MovedClock clock = new MovedClock(NOW);
        TokenSystem tokens = new TokenSystem(clock);
        String jwt = issue(tokens, SigningAlgorithm.ES256, "anyone").value();
        clock.move(Duration.ofDays(89));
        tokens.ring.tend();
        clock.move(Duration.ofDays(2));
        assertTrue(tokens.checker().formerly(jwt, TokenType.ACCESS).valid().isPresent());
        clock.move(Duration.ofDays(1));
        assertEquals(new Refused(Reason.UNKNOWN_KEY), tokens.checker().formerly(jwt, TokenType.ACCESS));
    }

    @Test
    void aReasonHasASlugForTheLog() {
        assertEquals("not-yet-valid", Reason.NOT_YET_VALID.slug());
    }

    private static TokenCheck check(String jwt) {
        return TOKENS.checker().check(jwt, TokenType.ACCESS, "shop");
    }

    private static void assertRefused(Reason reason, String jwt) {
        assertEquals(new Refused(reason), check(jwt));
    }

    private static IssuedToken issue(TokenSystem tokens, SigningAlgorithm algorithm, String audience) {
        return tokens.issuer()
                .issue(new TokenRequest(
                        TokenType.ACCESS,
                        HeaderType.JWT,
                        algorithm,
                        false,
                        "account",
                        audience,
                        Duration.ofMinutes(10),
                        Map.of("upn", "0xabc")));
    }

    /** A header that would be taken. */
    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(RSA.kid());
    }

    /** Claims that would be taken. */
    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(TokenSystem.ISSUER)
                .subject("account")
                .audience("shop")
                .issueTime(Date.from(NOW))
                .notBeforeTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(600)))
                .jwtID("00")
                .claim("token_use", "access");
    }

    /** Signed with our own RSA key, so that only what the test changed can be wrong. */
    private static String sign(JWSHeader.Builder header, JWTClaimsSet.Builder claims) throws Exception {
        return sign(header, claims, RSA.signer());
    }

    private static String sign(JWSHeader.Builder header, JWTClaimsSet.Builder claims, JWSSigner signer)
            throws Exception {
        SignedJWT token = new SignedJWT(header.build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static JWSSigner signerOf(RingKey key) throws Exception {
        String sealed = String.valueOf(key.stored().privateSealed);
        byte[] pair = TokenSystem.MASTER_KEY.open(sealed, "signing_key:" + key.kid());
        return new RSASSASigner(
                JWK.parse(new String(pair, StandardCharsets.UTF_8)).toRSAKey());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
