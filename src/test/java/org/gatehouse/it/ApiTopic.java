package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Our own API: by session or by token, the same on every server. */
interface ApiTopic extends Topic {
    @Test
    default void aSessionAndATokenAreTheSameCaller() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        String token = token(browser, "gatehouse");
        JsonObject bySession = json(browser.get("/api/me"));
        HttpResponse<String> byToken = gatehouse().get("/api/me", "Authorization", "Bearer " + token);
        assertEquals(200, byToken.statusCode());
        assertEquals(bySession, json(byToken), "the same account with the same roles");
        assertEquals(
                200,
                gatehouse().get("/api/me", "Authorization", "bearer " + token).statusCode(),
                "the scheme's letter case is free");
    }

    @Test
    default void nobodySignedInIs401AsAProblem() {
        HttpResponse<String> response = gatehouse().get("/api/me");
        assertEquals(401, response.statusCode());
        assertEquals("Bearer", response.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
        assertEquals("urn:gatehouse:problem:unauthenticated", json(response).getString("type"));
    }

    @Test
    default void aWrongTokenIs401EvenBesideASession() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        String token = token(browser, "gatehouse");
        String foreign = token(browser, "demo");
        String none = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.";
        String tampered =
                token.substring(0, token.lastIndexOf('.') - 5) + "AAAAA" + token.substring(token.lastIndexOf('.'));
        for (String wrong : new String[] {"", "x", "a.b.c", none, tampered, foreign, token + "A", "x".repeat(6000)}) {
            HttpResponse<String> response = gatehouse()
                    .send(browser.request("/api/me")
                            .header("Authorization", "Bearer " + wrong)
                            .GET());
            assertEquals(401, response.statusCode(), wrong);
        }
    }

    @Test
    default void aTokenCannotBeTurnedIntoTokensForOtherApplications() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        HttpResponse<String> response = gatehouse()
                .send(gatehouse()
                        .request("/api/tokens")
                        .header("Authorization", "Bearer " + token(browser, "gatehouse"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(object("client_id", "demo"))));
        assertEquals(403, response.statusCode());
    }

    @Test
    default void aPageOfAnotherSiteCannotAskForTokens() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        HttpResponse<String> response = gatehouse()
                .send(browser.request("/api/tokens")
                        .header("Origin", "https://evil.example")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(object("client_id", "demo"))));
        assertEquals(403, response.statusCode());
        assertEquals("urn:gatehouse:problem:cross-site", json(response).getString("type"));
        assertTrue(response.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    }

    @Test
    default void badRequestsForTokensAreProblems() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        for (String body : new String[] {"", "{", "[]", "{}", "{\"client_id\":1}", "{\"client_id\":null}"}) {
            assertEquals(400, browser.postJson("/api/tokens", body).statusCode(), body);
        }
        assertEquals(
                404,
                browser.postJson("/api/tokens", object("client_id", "nobody")).statusCode());
        assertEquals(415, browser.post("/api/tokens", "client_id=demo").statusCode());
        assertEquals(405, browser.get("/api/tokens").statusCode());
    }

    @Test
    default void whatDoesNotExistIsAProblemAndSaysNothingOfTheServer() {
        HttpResponse<String> response = gatehouse().get("/api/nothing-here");
        assertEquals(404, response.statusCode());
        assertEquals("urn:gatehouse:problem:not-found", json(response).getString("type"));
        assertFalse(response.body().contains("resteasy") || response.body().contains("jersey"));
        assertEquals(404, gatehouse().get("/api/application.wadl").statusCode());
    }

    static String token(Browser browser, String client) {
        HttpResponse<String> response = browser.postJson("/api/tokens", object("client_id", client));
        assertEquals(200, response.statusCode(), response.body());
        JsonObject body = json(response);
        assertEquals("Bearer", body.getString("token_type"));
        assertTrue(body.getInt("expires_in") > 0);
        return body.getString("access_token");
    }
}
