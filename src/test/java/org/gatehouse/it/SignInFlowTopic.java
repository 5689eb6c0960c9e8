package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.nonce;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The hosted sign-in, step by step, with a browser and a wallet that are not on the same device. */
interface SignInFlowTopic extends Topic {
    @Test
    default void aPersonSignsInStepByStep() {
        Browser browser = gatehouse().browser();
        FakeWallet wallet = FakeWallet.create();

        // STEP 1: the page begins an attempt that is bound to this browser.
        Browser.Invitation invitation = browser.openSignIn("");
        String attemptCookie = browser.cookie("gatehouse_attempt").orElseThrow();
        assertFalse(signedIn(browser), "nobody has signed in yet");
        assertEquals("pending", json(browser.get("/api/attempt")).getString("state"));

        // STEP 2: the wallet asks for a nonce.
        String nonce = nonce(gatehouse().startSession(invitation.token(), wallet.address()));
        assertFalse(signedIn(browser));

        // STEP 3: the wallet signs. The attempt is proven, and still no one is signed in: a proof is not a session.
        assertTrue(gatehouse()
                .authenticate(invitation.token(), wallet.sign(nonce))
                .getJsonObject("data")
                .getBoolean("authenticated"));
        assertEquals("proven", json(browser.get("/api/attempt")).getString("state"));
        assertFalse(signedIn(browser));
        assertFalse(
                gatehouse().getAccount(invitation.token()).getBoolean("success"),
                "a token of our page serves no get-account");

        // STEP 4: another browser that knows the callback gets nothing; the one that began goes on, under a new secret.
        Browser stranger = gatehouse().browser();
        stranger.get(invitation.callback());
        assertTrue(stranger.cookie("gatehouse_session").isEmpty());
        assertFalse(signedIn(stranger));
        HttpResponse<String> back = browser.get(invitation.callback());
        assertEquals(303, back.statusCode());
        assertEquals(
                gatehouse().url() + "/", back.headers().firstValue("Location").orElseThrow());
        assertNotEquals(attemptCookie, browser.cookie("gatehouse_session").orElseThrow());
        assertTrue(signedIn(browser));

        // STEP 5: the home page says who it is.
        assertTrue(browser.get("/").body().toLowerCase(java.util.Locale.ROOT).contains(wallet.address()));

        // STEP 6: signing out ends the session itself, not only the cookie.
        String session = browser.cookie("gatehouse_session").orElseThrow();
        browser.post("/signout", "");
        assertTrue(browser.cookie("gatehouse_session").isEmpty());
        browser.setCookie("gatehouse_session", session);
        assertFalse(signedIn(browser));
    }

    @Test
    default void theContinueButtonWorksWithoutScripts() {
        Browser browser = gatehouse().browser();
        FakeWallet wallet = FakeWallet.create();
        Browser.Invitation invitation = browser.openSignIn("");
        browser.post("/signin/continue", "");
        assertFalse(signedIn(browser), "the wallet has not confirmed yet");
        gatehouse()
                .authenticate(
                        invitation.token(),
                        wallet.sign(nonce(gatehouse().startSession(invitation.token(), wallet.address()))));
        assertEquals(303, browser.post("/signin/continue", "").statusCode());
        assertTrue(signedIn(browser));
    }

    @Test
    default void thePageShowsTheSameAttemptAgainAndANewOneWhenAsked() {
        Browser browser = gatehouse().browser();
        Browser.Invitation first = browser.openSignIn("");
        assertEquals(first, browser.openSignIn(""));
        browser.post("/signin/new", "");
        Browser.Invitation second = browser.openSignIn("");
        assertNotEquals(first.token(), second.token());
        assertFalse(
                gatehouse()
                        .startSession(first.token(), FakeWallet.create().address())
                        .getBoolean("success"),
                "the first one was ended");
    }

    @Test
    default void theSamePersonHasTheSameAccountInEveryBrowser() {
        FakeWallet wallet = FakeWallet.create();
        Browser one = gatehouse().browser();
        Browser two = gatehouse().browser();
        one.signIn(wallet);
        two.signIn(wallet);
        assertEquals(account(one), account(two));
    }

    @Test
    default void signingInAgainEndsTheSessionThatTheBrowserHad() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        String first = browser.cookie("gatehouse_session").orElseThrow();
        browser.post("/signin/new", "");
        browser.signIn(FakeWallet.create());
        assertTrue(signedIn(browser));
        browser.setCookie("gatehouse_session", first);
        assertFalse(signedIn(browser));
    }

    @Test
    default void whoConfirmedByMistakeEndsTheSessionOfTheOtherBrowser() {
        Browser attacker = gatehouse().browser();
        FakeWallet victim = FakeWallet.create();
        Browser.Invitation invitation = attacker.openSignIn("");
        gatehouse()
                .authenticate(
                        invitation.token(),
                        victim.sign(nonce(gatehouse().startSession(invitation.token(), victim.address()))));
        attacker.post("/signin/continue", "");
        assertTrue(signedIn(attacker), "the residual risk of every sign-in on another device");
        Browser victims = gatehouse().browser();
        assertEquals(200, victims.get(invitation.callback()).statusCode());
        victims.post(invitation.callback().replace("/return/", "/disown/"), "");
        assertFalse(signedIn(attacker));
    }

    @Test
    default void goesOnToALocalPathAndNeverToAnotherSite() {
        Browser browser = gatehouse().browser();
        FakeWallet wallet = FakeWallet.create();
        Browser.Invitation invitation = browser.openSignIn("?go=/idena/v1/somewhere");
        gatehouse()
                .authenticate(
                        invitation.token(),
                        wallet.sign(nonce(gatehouse().startSession(invitation.token(), wallet.address()))));
        String location = browser.get(invitation.callback())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertEquals(gatehouse().url() + "/idena/v1/somewhere", location);
        for (String elsewhere :
                new String[] {"//evil.example", "https://evil.example", "/%5Cevil.example", "%2F%2Fevil.example"}) {
            Browser other = gatehouse().browser();
            Browser.Invitation next = other.openSignIn("?go=" + elsewhere);
            gatehouse()
                    .authenticate(
                            next.token(), wallet.sign(nonce(gatehouse().startSession(next.token(), wallet.address()))));
            String there =
                    other.get(next.callback()).headers().firstValue("Location").orElseThrow();
            assertTrue(there.startsWith(gatehouse().url() + "/"), there);
            assertFalse(there.contains("evil"), there);
        }
    }

    @Test
    default void formsOfOtherSitesAreRefused() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        for (String path : new String[] {"/signout", "/signin/new", "/signin/continue"}) {
            HttpResponse<String> response = gatehouse()
                    .send(browser.request(path)
                            .header("Origin", "https://evil.example")
                            .header("Sec-Fetch-Site", "cross-site")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("")));
            assertEquals(403, response.statusCode(), path);
        }
        assertTrue(signedIn(browser));
    }

    @Test
    default void noPageMakesAServerSession() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        browser.get("/");
        browser.get("/signin");
        browser.get("/nothing-here");
        assertTrue(browser.cookie("JSESSIONID").isEmpty());
    }

    private static boolean signedIn(Browser browser) {
        return browser.get("/api/me").statusCode() == 200;
    }

    private static String account(Browser browser) {
        return json(browser.get("/api/me")).getString("sub");
    }
}
