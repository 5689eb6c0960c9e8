package org.gatehouse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JwksResourceTest {
    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final TokenSystem tokens = new TokenSystem(clock);

    @Test
    void aFreshGatehousePublishesAKeyOfEachAlgorithmWithUseAlgAndKid() throws Exception {
        List<JWK> keys = JWKSet.parse(tokens.jwks()).getKeys();
        assertEquals(
                List.of("RS256", "ES256"),
                keys.stream().map(key -> key.getAlgorithm().getName()).toList());
        for (JWK key : keys) {
            assertEquals(KeyUse.SIGNATURE, key.getKeyUse());
            assertEquals(key.computeThumbprint().toString(), key.getKeyID());
        }
    }

    @Test
    void nothingPrivateIsPublished() throws Exception {
        JWKSet keys = JWKSet.parse(tokens.jwks());
        assertTrue(keys.getKeys().stream().noneMatch(JWK::isPrivate));
        assertEquals(
                Set.of("kty", "e", "n", "use", "kid", "alg"),
                keys.getKeys().get(0).toJSONObject().keySet());
        assertEquals(
                Set.of("kty", "crv", "x", "y", "use", "kid", "alg"),
                keys.getKeys().get(1).toJSONObject().keySet());
        assertFalse(tokens.jwks().contains("\"d\""));
    }

    @Test
    void pendingActiveAndRetiredKeysArePublished() throws Exception {
        clock.move(Duration.ofDays(89));
        tokens.ring.tend();
        assertEquals(4, JWKSet.parse(tokens.jwks()).size(), "pending and active");
        clock.move(Duration.ofDays(1));
        assertEquals(4, JWKSet.parse(tokens.jwks()).size(), "active and retired");
        clock.move(Duration.ofDays(2));
        assertEquals(2, JWKSet.parse(tokens.jwks()).size(), "active only");
    }
}
