package org.gatehouse.selfkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.endpoint.EndpointTestBed;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.http.Json;
import org.gatehouse.token.HeaderType;
import org.gatehouse.token.MovedClock;
import org.gatehouse.token.SigningAlgorithm;
import org.gatehouse.token.TokenRequest;
import org.gatehouse.token.TokenSystem;
import org.gatehouse.token.TokenType;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.7Z");
    private static final String DID = "did:eth:0x21b1deb00dc68fb484330bc0a4effec5afb2598e";

    private final MovedClock clock = new MovedClock(NOW);
    private final ChallengeTokens tokens = Selfkeys.tokens(Selfkeys.MASTER_KEY, clock);
    private final RootEndpoint root = EndpointTestBed.root("portal", "Portal");
    private final String token = tokens.issue(root, Claimant.parse(DID));

    @Test
    void theWalletFindsTheTextUnderBothNames() {
        JsonObject claims = claims(token);
        assertEquals(claims.getString("nonce"), claims.getString("challenge"));
        assertTrue(claims.getString("nonce").startsWith("gate.example asks you to sign in to Portal "));
    }

    @Test
    void theClaimsSayWhatForWhomAndUntilWhen() {
        JsonObject claims = claims(token);
        assertEquals("challenge", claims.getString("token_use"));
        assertEquals("https://gate.example/selfkey/portal", claims.getString("aud"));
        assertEquals(DID, claims.getString("sub"));
        assertEquals(NOW.getEpochSecond(), claims.getJsonNumber("iat").longValueExact());
        assertEquals(300, claims.getInt("exp") - claims.getInt("iat"));
        assertTrue(Randomness.isId(claims.getString("jti")));
    }

    @Test
    void withoutANameThereIsNoSubject() {
        String anyone = tokens.issue(root, Claimant.parse(""));
        assertFalse(claims(anyone).containsKey("sub"));
        assertEquals(
                Claimant.parse(""), tokens.check(root, anyone).orElseThrow().claimant());
    }

    @Test
    void eachChallengeIsNew() {
        String another = tokens.issue(root, Claimant.parse(DID));
        assertNotEquals(claims(token).getString("nonce"), claims(another).getString("nonce"));
        assertNotEquals(claims(token).getString("jti"), claims(another).getString("jti"));
    }

    @Test
    void ourOwnTokenIsReadAgain() {
        ChallengeToken read = tokens.check(root, token).orElseThrow();
        assertEquals(Claimant.parse(DID), read.claimant());
        assertEquals(claims(token).getString("nonce"), read.text());
        assertEquals(Instant.parse("2026-11-20T12:00:00Z"), read.issuedAt());
        assertEquals(Instant.parse("2026-11-20T12:05:00Z"), read.expiresAt());
    }

    @Test
    void itIsTakenUntilItExpires() {
        clock.moveTo(Instant.parse("2026-11-20T12:04:59.999Z"));
        assertTrue(tokens.check(root, token).isPresent());
        clock.move(Duration.ofMillis(1));
        assertEquals(Optional.empty(), tokens.check(root, token));
    }

    @Test
    void itIsForOneRootEndpoint() {
        assertEquals(Optional.empty(), tokens.check(EndpointTestBed.root("other", "Portal"), token));
    }

    @Test
    void aNodeWithTheNextMasterKeyTakesItAndOneWithAnotherDoesNot() {
        byte[] another = new byte[MasterKey.BYTES];
        another[0] = 1;
        MasterKey after =
                new MasterKey(another, Optional.of(new byte[MasterKey.BYTES]), Optional.empty(), new Randomness());
        assertTrue(Selfkeys.tokens(after, clock).check(root, token).isPresent());
        MasterKey foreign = new MasterKey(another, new Randomness());
        assertEquals(Optional.empty(), Selfkeys.tokens(foreign, clock).check(root, token));
    }

    @Test
    void noChangedTokenIsTaken() {
        for (int i = 0; i < token.length(); i += 7) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertEquals(Optional.empty(), tokens.check(root, changed), changed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"none\",\"typ\":\"JWT\"}",
                "{\"alg\":\"HS512\",\"typ\":\"JWT\"}",
                "{\"typ\":\"JWT\",\"alg\":\"HS256\"}"
            })
    void noOtherHeaderIsTakenThanOurs(String header) {
        String[] parts = token.split("\\.", -1);
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8));
        assertEquals(Optional.empty(), tokens.check(root, encoded + "." + parts[1] + "."));
        assertEquals(Optional.empty(), tokens.check(root, encoded + "." + parts[1] + "." + parts[2]));
    }

    @Test
    void noTextOfAnotherFormIsTaken() {
        String[] parts = token.split("\\.", -1);
        for (String text : new String[] {
            "",
            ".",
            "..",
            "...",
            parts[0],
            parts[0] + "." + parts[1],
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1] + ".!",
            token + "." + parts[2],
            token + "=",
            "\u0000",
            "x".repeat(100_000)
        }) assertEquals(Optional.empty(), tokens.check(root, text), text);
    }

    @Test
    void aWalletTokenIsNoChallenge() {
        String wallet = new TokenSystem(clock)
                .issuer()
                .issue(new TokenRequest(
                        TokenType.WALLET,
                        HeaderType.JWT,
                        SigningAlgorithm.ES256,
                        false,
                        DID,
                        root.url(),
                        Duration.ofHours(1),
                        Map.of()))
                .value();
        assertEquals(Optional.empty(), tokens.check(root, wallet));
    }

    private static JsonObject claims(String jwt) {
        return Json.parse(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]))
                .orElseThrow();
    }
}
