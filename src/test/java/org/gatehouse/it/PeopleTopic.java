package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.nonce;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    @Test
    default void ofTwoAdministratorsWhoTakeTheRoleFromEachOtherOneRemains() throws Exception {
        Browser one = signedIn(FakeWallet.administrator());
        Browser other = signedIn(FakeWallet.create());
        String role = "/roles/administrator";
        String ofOne = "/api/accounts/" + json(one.get("/api/me")).getString("sub") + role;
        String ofOther = "/api/accounts/" + json(other.get("/api/me")).getString("sub") + role;
        for (int round = 0; round < 5; round++) {
            assertEquals(204, one.call("PUT", ofOther, "").statusCode());
            atOnce(() -> one.call("DELETE", ofOther, ""), () -> other.call("DELETE", ofOne, ""));
            boolean first = roles(one).contains("administrator");
            boolean second = roles(other).contains("administrator");
            assertTrue(first || second, "one is left");
            assertFalse(first && second, "one of the two was taken from");
            if (!first) assertEquals(204, other.call("PUT", ofOne, "").statusCode());
            if (second) assertEquals(204, one.call("DELETE", ofOther, "").statusCode());
        }
    }

    @Test
    default void ofTwoWalletsThatAreRemovedAtOnceOneRemains() throws Exception {
        Browser administrator = signedIn(FakeWallet.administrator());
        for (int round = 0; round < 5; round++) {
            FakeWallet first = FakeWallet.create();
            FakeWallet second = FakeWallet.create();
            Browser here = signedIn(first);
            Browser.Invitation invitation = linking(here);
            gatehouse()
                    .authenticate(
                            invitation.token(),
                            second.sign(nonce(gatehouse().startSession(invitation.token(), second.address()))));
            here.get(invitation.callback());
            JsonArray wallets = json(here.get("/api/me/wallets")).getJsonArray("wallets");
            assertEquals(2, wallets.size());
            String account = json(here.get("/api/me")).getString("sub");
            Browser there = signedIn(second);
            atOnce(
                    () -> here.call("DELETE", "/api/me/wallets/" + wallets.getString(1), ""),
                    () -> there.call("DELETE", "/api/me/wallets/" + wallets.getString(0), ""));
            JsonObject left = json(administrator.get("/api/accounts/" + account));
            assertEquals(1, left.getJsonArray("wallets").size());
        }
    }

    @Test
    default void whoIsBlockedWhileSigningInIsNotSignedIn() throws Exception {
        Browser administrator = signedIn(FakeWallet.administrator());
        for (int round = 0; round < 5; round++) {
            FakeWallet wallet = FakeWallet.create();
            String path =
                    "/api/accounts/" + json(signedIn(wallet).get("/api/me")).getString("sub");
            Browser browser = gatehouse().browser();
            Browser.Invitation invitation = browser.openSignIn("");
            gatehouse()
                    .authenticate(
                            invitation.token(),
                            wallet.sign(nonce(gatehouse().startSession(invitation.token(), wallet.address()))));
            atOnce(() -> administrator.postJson(path + "/block", "{}"), () -> browser.get(invitation.callback()));
            JsonObject account = json(administrator.get(path));
            assertTrue(account.containsKey("blocked_at"));
            assertEquals(0, account.getJsonArray("sessions").size());
            assertEquals(401, browser.get("/api/me").statusCode());
        }
    }

    @Test
    default void anAdministratorsCallStandsInTheTrail() {
        assumeTrue(Database.isPostgresql(), "the database is inside the server");
        Browser administrator = signedIn(FakeWallet.administrator());
        Browser person = signedIn(FakeWallet.create());
        String path = "accounts/" + json(person.get("/api/me")).getString("sub");
        administrator.get("/api/" + path);
        person.get("/api/" + path);
        String rows = "select count(*) from audit_event where action = 'admin.call' and detail like 'GET %" + path
                + "' and outcome = ";
        assertEquals(1, Database.number(rows + "'200'"));
        assertEquals(1, Database.number(rows + "'403'"));
    }

    private static Browser.Invitation linking(Browser browser) {
        assertEquals(303, browser.post("/signin/link", "").statusCode());
        return browser.openSignIn("");
    }

    private static void atOnce(Callable<HttpResponse<String>> one, Callable<HttpResponse<String>> other)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<HttpResponse<String>> done : threads.invokeAll(List.of(one, other))) {
                int status = done.get().statusCode();
                assertTrue(status < 500, "status " + status);
            }
        } finally {
            threads.shutdownNow();
        }
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
