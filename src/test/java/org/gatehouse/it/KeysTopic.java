package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The signing keys are an administrator's alone. No test takes out a key that signs. */
interface KeysTopic extends Topic {
    @Test
    default void nobodyButAnAdministratorSeesOrChangesTheKeys() {
        String kid = json(gatehouse().get("/oauth2/jwks"))
                .getJsonArray("keys")
                .getJsonObject(0)
                .getString("kid");
        Browser person = gatehouse().browser();
        person.signIn(FakeWallet.create());
        assertEquals(401, gatehouse().get("/api/keys").statusCode());
        assertEquals(403, person.get("/api/keys").statusCode());
        for (String change : List.of("/api/keys/RS256/rotate", "/api/keys/" + kid + "/revoke")) {
            assertEquals(
                    401,
                    gatehouse()
                            .send(gatehouse().request(change).POST(BodyPublishers.noBody()))
                            .statusCode());
            assertEquals(
                    403,
                    gatehouse()
                            .send(person.request(change)
                                    .header("Sec-Fetch-Site", "same-origin")
                                    .POST(BodyPublishers.noBody()))
                            .statusCode());
        }
        assertTrue(published().contains(kid), "nothing was changed");
    }

    @Test
    default void anAdministratorMakesTheNextKeyAndTakesItOut() {
        Browser administrator = gatehouse().browser();
        administrator.signIn(FakeWallet.administrator());
        HttpResponse<String> rotated = administrator.postJson("/api/keys/ES256/rotate", "{}");
        assertEquals(201, rotated.statusCode(), rotated.body());
        String kid = json(rotated).getString("kid");
        assertTrue(published().contains(kid), "before it signs");
        JsonObject pending = key(administrator, kid);
        assertEquals("pending", pending.getString("state"));
        assertEquals("ES256", pending.getString("algorithm"));
        Instant created = Instant.parse(pending.getString("created"));
        Instant activeFrom = Instant.parse(pending.getString("active_from"));
        assertTrue(activeFrom.isAfter(created.plus(Duration.ofMinutes(89))), pending.toString());
        assertFalse(pending.containsKey("gone_at"));
        JsonObject active = active(administrator);
        assertEquals(activeFrom, Instant.parse(active.getString("retired_at")));
        assertEquals(activeFrom, Instant.parse(active.getString("next_rotation")));

        HttpResponse<String> second = administrator.postJson("/api/keys/ES256/rotate", "{}");
        assertEquals(409, second.statusCode());
        assertEquals("urn:gatehouse:problem:key-pending", json(second).getString("type"));

        assertEquals(
                204,
                administrator.postJson("/api/keys/" + kid + "/revoke", "{}").statusCode());
        assertFalse(published().contains(kid));
        assertEquals("gone", key(administrator, kid).getString("state"));
        assertEquals(active.getString("kid"), active(administrator).getString("kid"));
        assertFalse(active(administrator).containsKey("retired_at"), "it goes on");
        HttpResponse<String> again = administrator.postJson("/api/keys/" + kid + "/revoke", "{}");
        assertEquals(409, again.statusCode());
        assertEquals("urn:gatehouse:problem:key-gone", json(again).getString("type"));
        for (String unknown : List.of("/api/keys/unknown/revoke", "/api/keys/HS256/rotate")) {
            HttpResponse<String> none = administrator.postJson(unknown, "{}");
            assertEquals(404, none.statusCode());
            assertEquals("urn:gatehouse:problem:unknown-key", json(none).getString("type"));
        }
    }

    private Set<String> published() {
        return json(gatehouse().get("/oauth2/jwks")).getJsonArray("keys").stream()
                .map(key -> key.asJsonObject().getString("kid"))
                .collect(Collectors.toSet());
    }

    private static JsonObject key(Browser administrator, String kid) {
        return key(administrator, key -> key.getString("kid").equals(kid));
    }

    private static JsonObject active(Browser administrator) {
        return key(
                administrator,
                key -> key.getString("algorithm").equals("ES256")
                        && key.getString("state").equals("active"));
    }

    private static JsonObject key(Browser administrator, Predicate<JsonObject> which) {
        return json(administrator.get("/api/keys")).getJsonArray("keys").stream()
                .map(JsonValue::asJsonObject)
                .filter(which)
                .findFirst()
                .orElseThrow();
    }
}
