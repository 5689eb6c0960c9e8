package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Our own API: by session or by token, the same on every server. */
interface ApiTopic extends Topic {
    @Test
    default void aSessionAndATokenAreTheSameCaller() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        String token = Application.own(gatehouse()).accessToken(browser);
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
    default void whoAllowsATokenForOurApiIsToldThatItActs() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        String acts = "act for you here";
        assertTrue(Application.own(gatehouse()).ask(browser).body().contains(acts));
        Application other = Application.of(gatehouse(), "asking", null, "https://asking.example/callback");
        assertFalse(other.ask(browser).body().contains(acts), "an application's own token opens nothing here");
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
        String token = Application.own(gatehouse()).accessToken(browser);
        String foreign = Application.demo(gatehouse()).accessToken(browser);
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
    default void whatDoesNotExistIsAProblemAndSaysNothingOfTheServer() {
        HttpResponse<String> response = gatehouse().get("/api/nothing-here");
        assertEquals(404, response.statusCode());
        assertEquals("urn:gatehouse:problem:not-found", json(response).getString("type"));
        assertFalse(response.body().contains("resteasy") || response.body().contains("jersey"));
        assertEquals(404, gatehouse().get("/api/application.wadl").statusCode());
    }
}
