package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.nonce;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What people and administrators see and change of accounts. */
interface PeopleTopic extends Topic {
    @Test
    default void aPersonSeesTheSessionsAndEndsOneAndThenAll() {
        FakeWallet wallet = FakeWallet.create();
        Browser here = signedIn(wallet);
        Browser there = signedIn(wallet);
        JsonArray sessions = json(here.get("/api/me/sessions")).getJsonArray("sessions");
        assertEquals(2, sessions.size());
        assertEquals(
                1,
                sessions.stream()
                        .filter(each -> each.asJsonObject().getBoolean("current"))
                        .count());
        String other = sessions.stream()
                .map(each -> each.asJsonObject())
                .filter(each -> !each.getBoolean("current"))
                .findFirst()
                .orElseThrow()
                .getString("id");
        Browser stranger = signedIn(FakeWallet.create());
        assertEquals(
                404, stranger.call("DELETE", "/api/me/sessions/" + other, "").statusCode());
        assertEquals(204, here.call("DELETE", "/api/me/sessions/" + other, "").statusCode());
        assertEquals(404, here.call("DELETE", "/api/me/sessions/" + other, "").statusCode());
        assertEquals(401, there.get("/api/me").statusCode());
        there.signIn(wallet);
        assertEquals(204, here.postJson("/api/me/sign-out", "{}").statusCode());
        assertEquals(401, here.get("/api/me").statusCode());
        assertEquals(401, there.get("/api/me").statusCode());
    }

    @Test
    default void aPersonTakesBackWhatAnApplicationWasGiven() {
        Browser person = signedIn(FakeWallet.create());
        String token = Application.own(gatehouse()).accessToken(person);
        JsonObject application = json(person.get("/api/me/applications"))
                .getJsonArray("applications")
                .getJsonObject(0);
        assertEquals("gatehouse", application.getString("client_id"));
        assertEquals(
                "[\"openid\",\"profile\"]", application.getJsonArray("scope").toString());
        Browser stranger = signedIn(FakeWallet.create());
        assertEquals(
                404,
                stranger.call("DELETE", "/api/me/applications/gatehouse", "").statusCode());
        assertEquals(
                204, person.call("DELETE", "/api/me/applications/gatehouse", "").statusCode());
        assertEquals(
                401,
                gatehouse().get("/api/me", "Authorization", "Bearer " + token).statusCode());
        assertEquals(
                0,
                json(person.get("/api/me/applications"))
                        .getJsonArray("applications")
                        .size());
    }

    @Test
    default void anAdministratorFindsAnAccountSignsItOutAndBlocksIt() {
        Browser administrator = signedIn(FakeWallet.administrator());
        FakeWallet wallet = FakeWallet.create();
        Browser person = signedIn(wallet);
        String id = json(person.get("/api/me")).getString("sub");
        JsonObject found = json(administrator.get("/api/accounts?wallet=" + wallet.address()))
                .getJsonArray("accounts")
                .getJsonObject(0);
        assertEquals(id, found.getString("id"));
        String path = "/api/accounts/" + id;
        assertEquals(found, json(administrator.get(path)));
        assertEquals(1, found.getJsonArray("sessions").size());

        assertEquals(204, administrator.postJson(path + "/sign-out", "{}").statusCode());
        assertEquals(401, person.get("/api/me").statusCode());
        person.signIn(wallet);
        assertEquals(204, administrator.postJson(path + "/block", "{}").statusCode());
        assertEquals(401, person.get("/api/me").statusCode());
        Browser.Invitation invitation = person.openSignIn("");
        gatehouse()
                .authenticate(
                        invitation.token(),
                        wallet.sign(nonce(gatehouse().startSession(invitation.token(), wallet.address()))));
        assertEquals(409, person.get(invitation.callback()).statusCode());
        assertTrue(json(administrator.get(path)).containsKey("blocked_at"));
        assertEquals(204, administrator.postJson(path + "/unblock", "{}").statusCode());
        person.signIn(wallet);
    }

    @Test
    default void rolesAreGivenAndTaken() {
        Browser administrator = signedIn(FakeWallet.administrator());
        Browser person = signedIn(FakeWallet.create());
        String path = "/api/accounts/" + json(person.get("/api/me")).getString("sub") + "/roles/";
        assertEquals(204, administrator.call("PUT", path + "reviewer", "").statusCode());
        assertEquals(204, administrator.call("PUT", path + "reviewer", "").statusCode());
        assertTrue(roles(person).contains("reviewer"));
        assertEquals(204, administrator.call("DELETE", path + "reviewer", "").statusCode());
        assertFalse(roles(person).contains("reviewer"));
        assertEquals(400, administrator.call("PUT", path + "Reviewer", "").statusCode());
        assertEquals(400, administrator.call("PUT", path + "person", "").statusCode());
        String own = "/api/accounts/" + json(administrator.get("/api/me")).getString("sub");
        assertEquals(
                409,
                administrator.call("DELETE", own + "/roles/administrator", "").statusCode());
        assertEquals(409, administrator.postJson(own + "/block", "{}").statusCode());
    }

    @Test
    default void nobodyElseMayDoAnyOfThis() {
        Browser person = signedIn(FakeWallet.create());
        String own = "/api/accounts/" + json(person.get("/api/me")).getString("sub");
        assertEquals(403, person.get(own).statusCode());
        assertEquals(403, person.get("/api/accounts?wallet=0x1").statusCode());
        assertEquals(403, person.call("PUT", own + "/roles/administrator", "").statusCode());
        assertEquals(401, gatehouse().get(own).statusCode());
        Browser administrator = signedIn(FakeWallet.administrator());
        assertEquals(404, administrator.get("/api/accounts/nobody").statusCode());
        assertEquals(400, administrator.get("/api/accounts?wallet=nobody").statusCode());
        assertEquals(400, administrator.get("/api/accounts").statusCode());
    }

    private Browser signedIn(FakeWallet wallet) {
        Browser browser = gatehouse().browser();
        browser.signIn(wallet);
        return browser;
    }

    private static String roles(Browser browser) {
        return json(browser.get("/api/me")).getJsonArray("roles").toString();
    }
}
