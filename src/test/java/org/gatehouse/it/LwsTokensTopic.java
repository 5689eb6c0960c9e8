package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The keys of wallet tokens are no other token's. */
interface LwsTokensTopic extends Topic {
    @Test
    default void walletTokensHaveKeysOfTheirOwn() {
        HttpResponse<String> answer = gatehouse().get("/selfkey/gatehouse/jwks", "Origin", "https://anywhere.example");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                "*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        HttpResponse<String> others = gatehouse().get("/oauth2/jwks");
        for (String header : List.of("Cache-Control", "Content-Type")) {
            assertEquals(others.headers().allValues(header), answer.headers().allValues(header));
        }
        Set<String> wallets = kids(answer);
        assertFalse(wallets.isEmpty());
        wallets.retainAll(kids(others));
        assertEquals(Set.of(), wallets);
        assertFalse(answer.body().contains("\"d\":"));
        assertEquals(200, gatehouse().get("/selfkey/gatehouse/jwks/").statusCode());
    }

    @Test
    default void aClientWithoutARootEndpointHasNoWalletKeys() {
        for (String client : List.of("demo", "closed", "nobody", "x%20y", "a;b")) {
            HttpResponse<String> answer = gatehouse().get("/selfkey/" + client + "/jwks");
            assertEquals(404, answer.statusCode(), client);
            assertEquals("not_found", json(answer).getString("code"), client);
            assertFalse(json(answer).getString("message").isEmpty(), client);
        }
    }

    @Test
    default void aClientThatWantsRs512HasAKeyFor4096BitsBeforeItsFirstToken() {
        Browser administrator = administrator();
        String entry = "{\"client_id\":\"rs512\",\"redirect_uris\":[\"https://rs512.example/cb\"],"
                + "\"selfkey\":{\"origins\":[\"https://rs512.example\"],\"wallet_token_algorithm\":\"RS512\"}}";
        HttpResponse<String> created = administrator.postJson("/api/clients", entry);
        assertEquals(201, created.statusCode(), created.body());
        JsonObject key = rs512();
        assertEquals(512, Base64.getUrlDecoder().decode(key.getString("n")).length);
        assertTrue(new BigInteger(1, Base64.getUrlDecoder().decode(key.getString("n"))).testBit(4095));
        assertEquals(key, rs512(), "once");
        assertEquals(204, administrator.call("DELETE", "/api/clients/rs512", "").statusCode());
    }

    @Test
    default void anAdministratorChangesWalletKeysWithoutTheOthers() {
        Browser administrator = administrator();
        gatehouse().get("/selfkey/gatehouse/jwks");
        Set<String> others = kids(gatehouse().get("/oauth2/jwks"));
        HttpResponse<String> rotated = administrator.postJson("/api/keys/ES256/rotate?family=wallet", "{}");
        assertEquals(201, rotated.statusCode(), rotated.body());
        String kid = json(rotated).getString("kid");
        assertEquals(others, kids(gatehouse().get("/oauth2/jwks")));
        JsonObject pending = json(administrator.get("/api/keys")).getJsonArray("keys").stream()
                .map(JsonValue::asJsonObject)
                .filter(key -> key.getString("kid").equals(kid))
                .findFirst()
                .orElseThrow();
        assertEquals("wallet", pending.getString("family"));
        assertEquals("pending", pending.getString("state"));
        assertTrue(kids(gatehouse().get("/selfkey/gatehouse/jwks")).contains(kid));
        assertEquals(
                204,
                administrator.postJson("/api/keys/" + kid + "/revoke", "{}").statusCode());
        assertFalse(kids(gatehouse().get("/selfkey/gatehouse/jwks")).contains(kid));
        assertEquals(
                404,
                administrator
                        .postJson("/api/keys/RS512/rotate?family=token", "{}")
                        .statusCode());
    }

    private Browser administrator() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.administrator());
        return browser;
    }

    private JsonObject rs512() {
        HttpResponse<String> answer = gatehouse().get("/selfkey/rs512/jwks");
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer).getJsonArray("keys").stream()
                .map(JsonValue::asJsonObject)
                .filter(key -> key.getString("alg").equals("RS512"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> kids(HttpResponse<String> jwks) {
        return json(jwks).getJsonArray("keys").stream()
                .map(key -> key.asJsonObject().getString("kid"))
                .collect(Collectors.toSet());
    }
}
