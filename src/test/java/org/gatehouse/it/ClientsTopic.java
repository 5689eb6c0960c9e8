package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.gatehouse.idena.node.IdenaState;
import org.junit.jupiter.api.Test;

/** How an administrator works with registered clients. */
interface ClientsTopic extends Topic {
    private Browser administrator() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.administrator());
        return browser;
    }

    @Test
    default void anAdministratorRegistersAClientChangesItAndTakesItAway() {
        Browser browser = administrator();
        String entry =
                "{\"client_id\":\"registered\",\"name\":\"Registered\",\"redirect_uris\":[\"https://r.example/cb\"]}";
        HttpResponse<String> created = browser.postJson("/api/clients", entry);
        assertEquals(201, created.statusCode(), created.body());
        String path = "/api/clients/registered";
        assertEquals(
                gatehouse().url() + path,
                created.headers().firstValue("Location").orElse(""));
        assertEquals(43, json(created).getString("client_secret").length());
        assertEquals(409, browser.postJson("/api/clients", entry).statusCode());

        HttpResponse<String> read = browser.get(path);
        assertEquals(etag(created), etag(read));
        assertFalse(json(read).containsKey("client_secret"), "shown once");
        assertEquals("Registered", json(read).getJsonObject("client").getString("name"));

        String changed = entry.replace("Registered", "Changed");
        assertEquals(428, browser.call("PUT", path, changed).statusCode());
        HttpResponse<String> replaced = browser.call("PUT", path, changed, "If-Match", etag(read));
        assertEquals(200, replaced.statusCode(), replaced.body());
        assertNotEquals(etag(read), etag(replaced));
        HttpResponse<String> stale = browser.call("PUT", path, entry, "If-Match", etag(read));
        assertEquals(412, stale.statusCode());
        assertEquals("urn:gatehouse:problem:precondition-failed", json(stale).getString("type"));

        HttpResponse<String> patched = browser.call("PATCH", path, "{\"name\":null,\"enabled\":false}");
        assertEquals(200, patched.statusCode(), patched.body());
        assertFalse(json(patched).getJsonObject("client").getBoolean("enabled"));
        HttpResponse<String> wrong = browser.call("PATCH", path, "{\"typ\":\"x\"}");
        assertEquals(400, wrong.statusCode());
        assertEquals("typ: must be one of JWT, at+jwt", json(wrong).getString("detail"));

        assertEquals(204, browser.call("DELETE", path, "").statusCode());
        assertEquals(404, browser.get(path).statusCode());
        assertEquals(404, browser.call("DELETE", path, "").statusCode());
    }

    @Test
    default void aSecretIsTakenUntilItWasReplaced() {
        Browser browser = administrator();
        String redirect = "https://rotated.example/cb";
        HttpResponse<String> created = browser.postJson(
                "/api/clients", "{\"client_id\":\"rotated\",\"redirect_uris\":[\"" + redirect + "\"]}");
        String first = json(created).getString("client_secret");
        assertEquals(200, redeemed(browser, first, redirect));
        String path = "/api/clients/rotated/secret";
        String second = json(browser.postJson(path, "{}")).getString("client_secret");
        assertEquals(200, redeemed(browser, first, redirect), "for a day");
        assertEquals(200, redeemed(browser, second, redirect));
        String third = json(browser.postJson(path, object("overlap", "PT0S"))).getString("client_secret");
        assertEquals(401, redeemed(browser, second, redirect));
        assertEquals(200, redeemed(browser, third, redirect));
        assertEquals(400, browser.postJson(path, object("overlap", "P31D")).statusCode());
        assertEquals(
                409, browser.postJson("/api/clients/gatehouse/secret", "{}").statusCode());
        assertEquals(204, browser.call("DELETE", "/api/clients/rotated", "").statusCode());
        assertEquals(
                401,
                Application.of(gatehouse(), "rotated", third, redirect)
                        .introspect("x")
                        .statusCode());
    }

    private int redeemed(Browser browser, String secret, String redirect) {
        Application application = Application.of(gatehouse(), "rotated", secret, redirect);
        return application.redeem(application.code(browser)).statusCode();
    }

    @Test
    default void clientsOfTheFileAreListed() {
        Browser browser = administrator();
        JsonObject page = json(browser.get("/api/clients?limit=1&after=dem"));
        JsonObject demo = page.getJsonArray("clients").getJsonObject(0);
        assertEquals("demo", demo.getString("client_id"));
        assertTrue(demo.getBoolean("from_file"));
        assertEquals("demo", page.getString("next"));
        assertEquals(400, browser.get("/api/clients?limit=201").statusCode());
    }

    @Test
    default void nobodyElseMayDoSo() {
        Browser person = gatehouse().browser();
        person.signIn(FakeWallet.create());
        for (String path : new String[] {
            "/api/clients", "/api/clients/demo", "/api/clients/demo/groups?account=x", "/api/clients/nobody"
        }) {
            assertEquals(401, gatehouse().get(path).statusCode(), path);
            assertEquals(403, person.get(path).statusCode(), path);
        }
        assertEquals(
                403, person.postJson("/api/clients", "{\"client_id\":\"mine\"}").statusCode());
        assertEquals(403, person.postJson("/api/clients/demo/secret", "{}").statusCode());
        assertEquals(
                403,
                person.call("PUT", "/api/clients/demo", "{}", "If-Match", "*").statusCode());
        assertEquals(403, person.call("PATCH", "/api/clients/demo", "{}").statusCode());
        assertEquals(403, person.call("DELETE", "/api/clients/demo", "").statusCode());
    }

    @Test
    default void aDryRunShowsTheGroupsOfAPerson() {
        FakeWallet wallet = FakeWallet.create();
        Idena.person(wallet.address(), IdenaState.HUMAN);
        Browser person = gatehouse().browser();
        person.signIn(wallet);
        String account = json(person.get("/api/me")).getString("sub");
        Browser browser = administrator();
        assertEquals(
                201,
                browser.postJson(
                                "/api/clients",
                                "{\"client_id\":\"ruled\",\"token_endpoint_auth_method\":\"none\",\"groups\":["
                                        + "{\"group\":\"validated\",\"when\":{\"idena.state\":[\"Verified\",\"Human\"]}},"
                                        + "{\"group\":\"elder\",\"when\":{\"idena.age\":{\"min\":100000}}}]}")
                        .statusCode());
        JsonObject answer = json(browser.get("/api/clients/ruled/groups?account=" + account));
        JsonObject run = answer.getJsonArray("wallets").getJsonObject(0);
        assertTrue(run.getString("wallet").startsWith("idena:mainnet:0x"));
        assertEquals("[\"validated\"]", run.getJsonArray("groups").toString());
        assertEquals(
                "[{\"group\":\"validated\",\"holds\":true},{\"group\":\"elder\",\"holds\":false}]",
                run.getJsonArray("rules").toString());
        assertEquals(
                "[\"Human\"]",
                run.getJsonObject("facts").getJsonArray("idena.state").toString());
        assertEquals(404, browser.get("/api/clients/ruled/groups?account=00").statusCode());
        assertEquals(204, browser.call("DELETE", "/api/clients/ruled", "").statusCode());
    }

    private static String etag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElse("");
    }
}
