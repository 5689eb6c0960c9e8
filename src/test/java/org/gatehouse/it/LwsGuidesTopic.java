package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The sign-up and login halves of SelfKey's guides (selfkey-developers, docs/login-with-selfkey), step by step. */
interface LwsGuidesTopic extends Topic {
    /** WildFly answers 500 in place of 401 where the key of a token is none that it knows (docs/downstream.md). */
    List<String> UNKNOWN_KEYS = List.of(
            "a user token",
            "a challenge token",
            "an access token",
            "an access token of the same algorithm",
            "an unsigned one");

    /** Guide "Basic": lws-int-bare.md. */
    @Test
    default void basicAPersonSignsUpAndLogsInAndLogsInAgain() {
        LwsSite page = LwsSite.of(gatehouse(), "members", "https://members.example");
        LwsWallet wallet = LwsWallet.create();
        Browser browser = gatehouse().browser();

        // STEP 1: GET /auth/challenge: a token that says what is signed, for whom and where, for this wallet and for
        // half an hour at most.
        String challenge = wallet.challenge(page);
        JsonObject asked = Application.claims(challenge);
        assertEquals(wallet.id(), asked.getString("sub"));
        assertEquals(asked.getString("challenge"), asked.getString("nonce"), "wallets read either");
        assertTrue(asked.getString("nonce").contains("localhost"), "a person can see who asks: " + asked);
        assertTrue(asked.getInt("exp") - asked.getInt("iat") <= 1_800);
        assertFalse(
                Application.claims(wallet.challenge(page)).getString("nonce").equals(asked.getString("nonce")));

        // STEP 2: POST /auth/challenge: the signature gives a wallet token, once; and nobody is signed in by it.
        HttpResponse<String> replied = GatehouseSystem.exchange(wallet.reply(page, challenge));
        assertEquals("200", LwsAnswer.of(replied));
        String token = Stringify.token(json(replied).getString("jwt"));
        assertEquals(wallet.id(), Application.claims(token).getString("sub"));
        assertEquals(
                "401 token_invalid",
                LwsAnswer.of(GatehouseSystem.exchange(wallet.reply(page, challenge))),
                "the same signature again");
        assertTrue(browser.cookie("gatehouse_session").isEmpty());

        // STEP 3: no user token for who has not signed up.
        assertEquals("404 user_does_not_exist", refusal(() -> wallet.userToken(page, token)));

        // STEP 4: POST /users: 201; still no session anywhere.
        wallet.postUsers(page, token, LwsSite.attributes("jane@example.org"));
        assertEquals(401, browser.get("/api/me").statusCode());

        // STEP 5: the wallet establishes a session of its own for the login, and GET /users/token gives the user token.
        String payload = wallet.logIn(page);
        assertEquals(
                "jane@example.org", Application.claims(LwsSite.token(payload)).getString("email"));
        assertEquals(401, browser.get("/api/me").statusCode());

        // STEP 6: POST /login from the page: an address, which is no session either.
        HttpResponse<String> login = page.logIn(payload);
        assertEquals("200", LwsAnswer.of(login));
        assertTrue(login.headers().allValues("Set-Cookie").isEmpty(), "XHR without credentials keeps none");
        assertEquals(401, browser.get("/api/me").statusCode());
        assertEquals("401 token_invalid", LwsAnswer.of(page.logIn(payload)), "the user token again");

        // STEP 7: the browser opens the address, once, and is led back to the application with a session.
        String application = page.leave(browser, LwsSite.redirectTo(login), gatehouse());
        assertTrue(application.startsWith("https://members.example/start?iss="), application);
        JsonObject me = json(browser.get("/api/me"));
        Browser stranger = gatehouse().browser();
        page.open(stranger, LwsSite.redirectTo(login));
        assertEquals(401, stranger.get("/api/me").statusCode(), "the address leads nobody else in");

        // STEP 8: a login, later: the same person, another session, and no sign-up.
        String session = browser.cookie("gatehouse_session").orElseThrow();
        HttpResponse<String> again = page.logIn(wallet.logIn(page));
        page.open(browser, LwsSite.redirectTo(again));
        assertEquals(me.getString("sub"), json(browser.get("/api/me")).getString("sub"));
        assertNotEquals(session, browser.cookie("gatehouse_session").orElseThrow());
    }

    /** Our own sign-in page has the button: what waits there is finished by it. */
    @Test
    default void theSignInPageGoesOnWithWhatBroughtTheBrowserThere() {
        LwsWallet wallet = LwsWallet.create();
        Browser browser = gatehouse().browser();

        // STEP 1: an application sends the browser, which nobody has signed in.
        Application application =
                Application.of(gatehouse(), "lws", "the-secret-of-lws", "https://lws.example/callback");
        String signIn =
                location(application.ask(browser)).replaceFirst(gatehouse().url(), "");
        browser.get(signIn);
        String attempt = browser.cookie("gatehouse_attempt").orElseThrow();

        // STEP 2: the wallet signs and fetches its token. The browser is where it was.
        LwsSite page = LwsSite.of(gatehouse(), "lws", gatehouse().origin());
        String payload = wallet.logIn(page);
        assertEquals("pending", json(browser.get("/api/attempt")).getString("state"));

        // STEP 3: the page hands it in: the attempt is proven, and still no one is signed in.
        HttpResponse<String> login = browser.postJson("/selfkey/lws/login", payload);
        assertEquals("200", LwsAnswer.of(login));
        assertEquals("proven", json(browser.get("/api/attempt")).getString("state"));
        assertEquals(401, browser.get("/api/me").statusCode());

        // STEP 4: the browser goes on under a new secret, and the application gets its code.
        String back = LwsSite.redirectTo(login).replaceFirst(gatehouse().url(), "");
        String next = location(browser.get(back));
        assertNotEquals(attempt, browser.cookie("gatehouse_session").orElseThrow());
        assertEquals(200, browser.get("/api/me").statusCode());
        String callback = location(browser.get(next.replaceFirst(gatehouse().url(), "")));
        assertTrue(callback.startsWith("https://lws.example/callback?"), callback);
        String code = Application.parameters(URI.create(callback)).getOrDefault("code", "");
        JsonObject tokens = json(application.redeem(code));
        assertEquals(
                Application.claims(LwsSite.token(payload)).getString("sub"),
                Application.claims(tokens.getString("access_token")).getString("sub"));
    }

    /** Guide "KYC only", case 2, with the names of endpoints that KYCC's own pages configure. */
    @Test
    default void kycOnlyCase2EverythingIsHereUnderTheNamesOfKycc() {
        JsonObject meta = Json.createObjectBuilder()
                .add("templateId", "5d9af28e4e0f7a3b2c1d0e9f")
                .build();
        LwsSite page = LwsSite.of(gatehouse(), "members", "https://members.example")
                .with("/users/token", "/auth/token")
                .with("/users", "/lws_users")
                .with("/users/file", "/users/files")
                .with(meta);
        LwsWallet wallet = LwsWallet.create();

        // STEP 1: challenge and reply, and no user token before the sign-up.
        assertEquals("404 user_does_not_exist", refusal(() -> wallet.logIn(page)));

        // STEP 2: POST /lws_users with meta.templateId.
        wallet.signUp(page, LwsSite.attributes("jane@example.org"), List.of());

        // STEP 3: GET /auth/token answers under both names, since the wallet takes one and KYCC's client the other.
        String token = wallet.establish(page);
        JsonObject both = Json.createReader(new StringReader(wallet.userToken(page, token)))
                .readObject();
        assertEquals(both.getString("token"), both.getString("jwt"));

        // STEP 4: the page logs in.
        Browser browser = gatehouse().browser();
        page.open(browser, LwsSite.redirectTo(page.logIn(both.toString())));
        assertEquals(200, browser.get("/api/me").statusCode());
    }

    /** Guide "KYC only", case 4: we know the wallet, the relying party's own system the user. */
    @Test
    default void kycOnlyCase4TheRelyingPartysOwnSystemTakesOurWalletToken() {
        LwsSite page = RelyingParty.page(gatehouse());
        LwsWallet wallet = LwsWallet.create();

        // STEP 1: challenge and reply here.
        String token = wallet.establish(page);

        // STEP 2: nobody there before the sign-up.
        assertEquals("404 user_does_not_exist", refusal(() -> wallet.userToken(page, token)));

        // STEP 3: POST /users there: 201.
        wallet.postUsers(page, token, LwsSite.attributes("jane@example.org"));

        // STEP 4: a new wallet token, and GET /auth/token there: a token of its own.
        String payload = wallet.logIn(page);
        assertFalse(LwsSite.token(payload).contains("."), "none of ours");

        // STEP 5: POST /login there. Gatehouse has no session for it.
        HttpResponse<String> login = page.logIn(payload);
        assertEquals(200, login.statusCode());
        assertEquals("/welcome/jane@example.org", LwsSite.redirectTo(login));
        assertEquals(401, gatehouse().browser().get("/api/me").statusCode());
        assertEquals(401, page.logIn(payload).statusCode(), "once");
    }

    /** Guide "Full", login half: challenge and reply here, sign-up and user token at the relying party's system, for someone who has signed up there. */
    @Test
    default void fullAPersonWhoSignedUpLogsIn() {
        LwsSite page = RelyingParty.page(gatehouse());
        LwsWallet wallet = LwsWallet.create();
        wallet.signUp(page, LwsSite.attributes("joe@example.org"), List.of());

        // STEP 1: the wallet's challenge token does not pass for a wallet token there.
        String challenge = wallet.challenge(page);
        String refused = refusal(() -> wallet.userToken(page, challenge));
        assertTrue(refused.startsWith("wildfly".equals(TestBed.server()) ? "500" : "401") || refused.startsWith("401"));

        // STEP 2: challenge and reply here, user token there; each login has a wallet token of its own.
        String first = wallet.establish(page);
        String second = wallet.establish(page);
        assertNotEquals(
                Application.claims(first).getString("jti"),
                Application.claims(second).getString("jti"));
        String payload = wallet.userToken(page, second);

        // STEP 3: the page logs in there.
        assertEquals("/welcome/joe@example.org", LwsSite.redirectTo(page.logIn(payload)));

        // STEP 4: what that system gave is nothing to us.
        LwsSite here = LwsSite.of(gatehouse(), RelyingParty.CLIENT, RelyingParty.origin());
        assertEquals("401 token_invalid", LwsAnswer.of(here.logIn(payload)));
    }

    /** Whoever has a token, it opens the relying party's system only where it is a wallet token of ours for that root endpoint. */
    @Test
    default void theRelyingPartysOwnSystemRefusesEveryOtherToken() {
        LwsSite page = LwsSite.of(gatehouse(), RelyingParty.CLIENT, RelyingParty.origin());
        LwsWallet wallet = LwsWallet.create();
        String token = wallet.establish(page);
        assertEquals(201, RelyingParty.signUp(token));
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        Map<String, String> others = Map.of(
                "a user token", LwsSite.token(wallet.logIn(page)),
                "a challenge token", wallet.challenge(page),
                "a wallet token of another client",
                        wallet.establish(LwsSite.of(gatehouse(), "lws", "https://lws.example")),
                "an access token", Application.demo(gatehouse()).accessToken(browser),
                "an access token of the same algorithm",
                        Application.of(
                                        gatehouse(),
                                        "portal-es",
                                        "the-es-portals-secret",
                                        "https://portal-es.example/callback")
                                .accessToken(browser),
                "an unsigned one", ForgedTokens.unsigned(token),
                "one signed by a stranger", ForgedTokens.byStranger(token),
                "one with a changed subject", ForgedTokens.changed(token));
        Map<String, Integer> refused = new TreeMap<>();
        others.forEach((what, other) -> refused.put(what, RelyingParty.signUp(other)));
        Map<String, Integer> expected = new TreeMap<>();
        others.keySet().forEach(what -> expected.put(what, 401));
        // Its MicroProfile JWT faults where it knows no key for a token, which depends on when it last fetched them:
        // nothing is opened either way.
        if ("wildfly".equals(TestBed.server())) {
            UNKNOWN_KEYS.forEach(
                    what -> refused.computeIfPresent(what, (name, status) -> status == 500 ? 401 : status));
        }
        assertEquals(expected, refused);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + ": " + answer.body()));
    }

    private static String refusal(Executable call) {
        return assertThrows(LwsWallet.StatusCodeError.class, call).refusal();
    }
}
