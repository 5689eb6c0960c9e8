package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.nonce;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person with several wallets. */
interface LinkingTopic extends Topic {
    @Test
    default void aPersonAddsAWalletSignsInWithItAndRemovesIt() {
        FakeWallet first = FakeWallet.create();
        FakeWallet second = FakeWallet.create();
        Browser browser = gatehouse().browser();
        browser.signIn(first);
        String account = account(browser);
        String session = browser.cookie("gatehouse_session").orElseThrow();
        assertFalse(browser.get("/account").body().contains("signin/unlink"), "the last one stays");
        assertEquals(303, link(browser, second).statusCode());
        assertEquals(session, browser.cookie("gatehouse_session").orElseThrow(), "the session is untouched");
        assertEquals(
                2, json(browser.get("/api/me/wallets")).getJsonArray("wallets").size());
        assertTrue(browser.get("/account").body().contains("signin/unlink"));

        Browser other = gatehouse().browser();
        other.signIn(second);
        assertEquals(account, account(other), "sub stays");
        String id = json(other.get("/api/me/wallets")).getJsonArray("wallets").getString(1);
        browser.post("/signin/unlink", "wallet=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
        assertEquals(401, other.get("/api/me").statusCode(), "what was signed in with it is signed out");
        assertEquals(1, json(browser.get("/api/me")).getJsonArray("wallets").size());
        String last =
                json(browser.get("/api/me/wallets")).getJsonArray("wallets").getString(0);
        HttpResponse<String> refused = browser.call("DELETE", "/api/me/wallets/" + last, "");
        assertEquals(409, refused.statusCode());
        assertEquals("urn:gatehouse:problem:last-wallet", json(refused).getString("type"));
        HttpResponse<String> page =
                browser.post("/signin/unlink", "wallet=" + URLEncoder.encode(last, StandardCharsets.UTF_8));
        assertEquals(409, page.statusCode());
        assertTrue(page.body().contains("only wallet"), page.body());
    }

    @Test
    default void aTokenDoesNotShowWhoSitsThere() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        String wallet =
                json(browser.get("/api/me/wallets")).getJsonArray("wallets").getString(0);
        HttpResponse<String> refused = gatehouse()
                .send(gatehouse()
                        .request("/api/me/wallets/" + wallet)
                        .header(
                                "Authorization",
                                "Bearer " + Application.own(gatehouse()).accessToken(browser))
                        .DELETE());
        assertEquals(403, refused.statusCode());
        assertEquals("urn:gatehouse:problem:confirm-first", json(refused).getString("type"));
    }

    @Test
    default void aWalletOfAnotherAccountStaysThere() {
        FakeWallet taken = FakeWallet.create();
        Browser owner = gatehouse().browser();
        owner.signIn(taken);
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        String account = account(browser);
        HttpResponse<String> page = link(browser, taken);
        assertEquals(409, page.statusCode());
        assertTrue(page.body().contains("belongs to another account"), page.body());
        assertEquals(account, account(browser));
        assertEquals(
                1, json(browser.get("/api/me/wallets")).getJsonArray("wallets").size());
    }

    @Test
    default void aLinkNeverBecomesASignIn() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        browser.post("/signin/link", "");
        FakeWallet second = FakeWallet.create();
        Browser.Invitation invitation = prove(browser, second);
        String session = browser.cookie("gatehouse_session").orElseThrow();
        browser.setCookie("gatehouse_session", "A".repeat(43));
        assertEquals(410, browser.get(invitation.callback()).statusCode());
        assertEquals(401, browser.get("/api/me").statusCode());
        browser.setCookie("gatehouse_session", session);
        assertEquals(
                1, json(browser.get("/api/me/wallets")).getJsonArray("wallets").size());
    }

    @Test
    default void whoIsNotSignedInIsAskedToSignInFirst() {
        Browser browser = gatehouse().browser();
        for (HttpResponse<String> response : List.of(browser.post("/signin/link", ""), browser.get("/signin/link"))) {
            assertEquals(
                    gatehouse().url() + "/signin?go=/signin/link",
                    response.headers().firstValue("Location").orElse(""));
        }
    }

    private HttpResponse<String> link(Browser browser, FakeWallet wallet) {
        assertEquals(303, browser.post("/signin/link", "").statusCode());
        return browser.get(prove(browser, wallet).callback());
    }

    private Browser.Invitation prove(Browser browser, FakeWallet wallet) {
        Browser.Invitation invitation = browser.openSignIn("");
        String nonce = nonce(gatehouse().startSession(invitation.token(), wallet.address()));
        gatehouse().authenticate(invitation.token(), wallet.sign(nonce));
        return invitation;
    }

    private static String account(Browser browser) {
        return json(browser.get("/api/me")).getString("sub");
    }
}
