package org.gatehouse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.Fake;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.junit.jupiter.api.Test;

class KeysResourceTest {
    private static final SecurityContext WHO = Fake.of(
            SecurityContext.class,
            Map.of("getUserPrincipal", none -> new Caller("account", Set.of(Caller.ADMINISTRATOR), true)));

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final TokenSystem tokens = new TokenSystem(clock);
    private final KeysResource resource = resource();

    @Test
    void anActiveKeyIsListedWithItsNextRotationAndWithoutItsPrivateHalf() {
        JsonObject key = json(resource.list()).getJsonArray("keys").getJsonObject(0);
        assertEquals("token", key.getString("family"));
        assertEquals("RS256", key.getString("algorithm"));
        assertEquals("active", key.getString("state"));
        assertEquals("2026-11-20T08:00:00Z", key.getString("active_from"));
        assertEquals("2027-02-18T08:00:00Z", key.getString("next_rotation"));
        assertEquals(
                Set.of("kid", "family", "algorithm", "state", "created", "active_from", "next_rotation"), key.keySet());
    }

    @Test
    void aRotationGivesAPendingKeyOnce() {
        Response made = resource.rotate("token", "ES256", WHO);
        assertEquals(201, made.getStatus());
        String kid = json(made).getString("kid");
        assertTrue(tokens.jwks().contains(kid));
        assertProblem(409, "key-pending", resource.rotate("token", "ES256", WHO));
        assertProblem(404, "unknown-key", resource.rotate("token", "HS256", WHO));
    }

    @Test
    void aKeyIsRevokedOnce() {
        String kid = tokens.ring.active(SigningAlgorithm.ES256).kid();
        assertEquals(204, resource.revoke(kid, WHO).getStatus());
        assertFalse(tokens.jwks().contains(kid));
        assertProblem(409, "key-gone", resource.revoke(kid, WHO));
        assertProblem(404, "unknown-key", resource.revoke("none", WHO));
    }

    @Test
    void walletKeysAreListedAfterTheOthersAndChangeByThemselves() {
        assertEquals(
                List.of("token RS256", "token ES256", "wallet ES256", "audit ES256"),
                json(resource.list()).getJsonArray("keys").stream()
                        .map(JsonValue::asJsonObject)
                        .map(key -> key.getString("family") + " " + key.getString("algorithm"))
                        .toList());
        Response made = resource.rotate("wallet", "ES256", WHO);
        assertEquals(201, made.getStatus());
        String kid = json(made).getString("kid");
        assertTrue(tokens.walletJwks().contains(kid));
        assertFalse(tokens.jwks().contains(kid));
        assertEquals(201, resource.rotate("token", "ES256", WHO).getStatus(), "nothing is pending there");
        assertEquals(204, resource.revoke(kid, WHO).getStatus());
        assertProblem(409, "key-gone", resource.revoke(kid, WHO));
    }

    @Test
    void whereAFamilyHasNoKeyNoneIsRotated() {
        assertProblem(404, "unknown-key", resource.rotate("wallet", "RS512", WHO));
        assertProblem(404, "unknown-key", resource.rotate("token", "RS512", WHO));
        assertProblem(404, "unknown-key", resource.rotate("WALLET", "ES256", WHO));
        assertProblem(404, "unknown-key", resource.rotate("challenge", "ES256", WHO));
    }

    /** What the server does. */
    @SuppressWarnings("UnnecessaryAssignment")
    private KeysResource resource() {
        KeysResource made = new KeysResource();
        made.keys = new KeyPlans(tokens.rings, clock);
        return made;
    }

    private static void assertProblem(int status, String slug, Response response) {
        assertEquals(status, response.getStatus());
        assertEquals("urn:gatehouse:problem:" + slug, json(response).getString("type"));
    }

    private static JsonObject json(Response response) {
        return Json.parse(String.valueOf(response.getEntity()).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
