package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.LwsPage.redirectTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Login with SelfKey: from the user token to the browser's session. */
interface LwsLoginTopic extends Topic {
    /** Where the browser goes when a wallet was added. */
    String ADDED = "/account?note=wallet-added";

    private LwsPage portal() {
        return LwsPage.portal(gatehouse());
    }

    private LwsPage own() {
        return LwsPage.own(gatehouse());
    }

    private Application application() {
        return Application.of(gatehouse(), "lws", "the-secret-of-lws", "https://lws.example/callback");
    }

    @Test
    default void aPersonLogsInAtAPortalOfAnotherOriginAndThePortalLearnsWhoItIs() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        Browser browser = gatehouse().browser();
        HttpResponse<String> asked = portal().ask();
        assertEquals(204, asked.statusCode());
        assertEquals("https://lws.example", header(asked, "Access-Control-Allow-Origin"));
        assertEquals("", header(asked, "Access-Control-Allow-Credentials"));

        HttpResponse<String> answer = portal().handIn(portal().userToken(wallet));
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("https://lws.example", header(answer, "Access-Control-Allow-Origin"));
        assertEquals("Origin", header(answer, "Vary"));
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertTrue(answer.headers().allValues("Set-Cookie").isEmpty());
        String address = redirectTo(answer);
        assertTrue(address.matches(gatehouse().url() + "/signin/selfkey/[A-Za-z0-9_-]{43}"), address);

        HttpResponse<String> opened = browser.visit(address, "Referer", "https://lws.example/");
        assertEquals(gatehouse().url() + "/signin/to/lws", header(opened, "Location"));
        assertEquals("strict-origin", header(opened, "Referrer-Policy"));
        assertEquals("no-store", header(opened, "Cache-Control"));
        assertEquals(303, opened.statusCode());
        HttpResponse<String> left = browser.get("/signin/to/lws");
        assertEquals(
                "https://lws.example/start?iss=" + URLEncoder.encode(gatehouse().url(), StandardCharsets.UTF_8),
                header(left, "Location"));
        assertNotEquals("", application().code(browser), "no page is shown");
        assertEquals(1, wallets(browser).size());
        assertTrue(wallets(browser).get(0).equalsIgnoreCase("eip155:1:" + wallet.address()));
        String page = browser.get("/account").body();
        assertTrue(page.contains("Ethereum (SelfKey)"), page);
        assertFalse(page.contains("Idena network cannot be asked"), page);
        assertEquals(
                410, browser.visit(address, "Referer", "https://lws.example/").statusCode());
        assertEquals(410, gatehouse().browser().visit(address).statusCode());
    }

    @Test
    default void withoutARefererThePersonIsAsked() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        for (String[] headers : List.of(
                new String[0],
                new String[] {"Referer", "https://evil.example/?https://lws.example/"},
                new String[] {"Referer", gatehouse().url() + "/"})) {
            Browser browser = gatehouse().browser();
            String address = redirectTo(portal().handIn(portal().userToken(wallet)));
            HttpResponse<String> page = browser.visit(address, headers);
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("A portal with the button"), page.body());
            assertTrue(page.body().toLowerCase(Locale.ROOT).contains(wallet.address()), page.body());
            assertEquals("strict-origin", header(page, "Referrer-Policy"));
            assertTrue(browser.cookie("gatehouse_session").isEmpty());
            HttpResponse<String> said = browser.post(path(address), "");
            assertEquals(200, said.statusCode());
            assertTrue(said.body().contains("/signin/to/lws"), "a form of ours leads to another site by a page");
            assertTrue(browser.cookie("gatehouse_session").isPresent());
        }
    }

    @Test
    default void whoIsSignedInAsSomebodyElseIsAskedAndMayRefuse() {
        Browser browser = gatehouse().browser();
        FakeWallet idena = FakeWallet.create();
        browser.signIn(idena);
        List<String> before = wallets(browser);
        String address = redirectTo(portal().handIn(portal().userToken(SelfkeyWallet.create())));
        HttpResponse<String> page = browser.visit(address, "Referer", "https://lws.example/");
        assertTrue(page.body().contains("no longer signed in"), page.body());
        assertEquals(
                403,
                gatehouse()
                        .send(browser.request(path(address))
                                .header("Origin", "https://evil.example")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("")))
                        .statusCode());
        HttpResponse<String> refused = browser.post(path(address), "decision=no");
        assertEquals(200, refused.statusCode());
        assertTrue(refused.body().contains("Nobody was signed in"), refused.body());
        assertEquals(
                410, browser.visit(address, "Referer", "https://lws.example/").statusCode());
        assertEquals(410, browser.post(path(address), "").statusCode());
        assertEquals(before, wallets(browser), "nothing has changed");
    }

    @Test
    default void anAddressThatIsNoneIsNotFoundAndHeadOpensNothing() {
        assertEquals(404, gatehouse().get("/signin/selfkey/short").statusCode());
        assertEquals(404, gatehouse().get("/signin/selfkey/").statusCode());
        assertEquals(410, gatehouse().get("/signin/selfkey/" + "A".repeat(43)).statusCode());
        assertEquals(404, gatehouse().get("/signin/to/nobody").statusCode());
        assertEquals(
                gatehouse().url() + "/signin?go=/signin/to/lws",
                header(gatehouse().get("/signin/to/lws"), "Location"));
        String address = redirectTo(portal().handIn(portal().userToken(SelfkeyWallet.create())));
        HttpResponse<String> head = gatehouse()
                .send(gatehouse()
                        .request(path(address))
                        .header("Referer", "https://lws.example/")
                        .method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        Browser browser = gatehouse().browser();
        assertEquals(
                303, browser.visit(address, "Referer", "https://lws.example/").statusCode());
    }

    @Test
    default void aSignInPageOfOursThatWaitsIsFinishedAndTheApplicationGetsItsCode() {
        Browser browser = gatehouse().browser();
        HttpResponse<String> asked = application().ask(browser);
        assertEquals(gatehouse().url() + "/signin", header(asked, "Location"));
        browser.get("/signin");
        LwsPage page = new LwsPage(gatehouse(), "lws", own().origin());
        HttpResponse<String> answer = page.handIn(page.userToken(SelfkeyWallet.create()), browser);
        assertEquals(200, answer.statusCode(), answer.body());
        String back = path(redirectTo(answer));
        assertTrue(back.matches("/signin/return/[0-9a-f]{32}"), back);
        assertEquals(
                200, gatehouse().browser().get(back).statusCode(), "another browser is told that it began elsewhere");
        String goOn = path(header(browser.get(back), "Location"));
        assertTrue(goOn.matches("/oauth2/authorize/[0-9a-f]{32}"), goOn);
        assertTrue(header(browser.get(goOn), "Location").startsWith("https://lws.example/callback?code="));
    }

    @Test
    default void aPageThatHasTheUserTokenCannotAddAWalletOfItsOwn() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        Browser browser = gatehouse().browser();
        browser.visit(redirectTo(portal().handIn(portal().userToken(wallet))), "Referer", "https://lws.example/");
        assertEquals(1, wallets(browser).size(), "is signed in");
        String signIn = gatehouse().url() + "/signin";
        assertEquals(signIn, header(browser.post("/signin/link", ""), "Location"));
        assertTrue(browser.get("/signin").body().contains("Confirm that it is you"));
        LwsPage page = own();
        assertEquals(401, page.handIn(portal().userToken(wallet), browser).statusCode(), "the portal's does not count");
        assertEquals(
                signIn,
                header(application().ask(browser, "prompt", "login"), "Location"),
                "nor is it a fresh sign-in to any application");
        browser.post("/signin/link", "");
        assertEquals("/signin/link", path(header(browser.get(back(browser, wallet)), "Location")));
        browser.post("/signin/link", "");
        assertEquals(ADDED, path(header(browser.get(back(browser, SelfkeyWallet.create())), "Location")));
        assertEquals(2, wallets(browser).size());
    }

    @Test
    default void whatAWalletGaveToAPortalFinishesNoSignInOfOurs() {
        Browser browser = gatehouse().browser();
        browser.openSignIn("");
        LwsPage page = new LwsPage(gatehouse(), "lws", own().origin());
        HttpResponse<String> answer = page.handIn(portal().userToken(SelfkeyWallet.create()), browser);
        assertEquals(401, answer.statusCode());
        assertEquals(gatehouse().url() + "/signin?note=selfkey", redirectTo(answer));
        assertTrue(browser.get("/signin?note=selfkey").body().contains("The login with SelfKey did not work"));
        assertEquals(
                200,
                page.handIn(page.userToken(SelfkeyWallet.create()), browser).statusCode());
    }

    @Test
    default void aSelfkeyWalletIsAddedToAnAccountOfIdenaAndTheOtherWayRound() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        browser.post("/signin/link", "");
        browser.get("/signin");
        SelfkeyWallet selfkey = SelfkeyWallet.create();
        signUpAsWalletsDo(selfkey);
        assertEquals(ADDED, path(header(browser.get(back(browser, selfkey)), "Location")));
        assertEquals(2, wallets(browser).size());

        Browser other = gatehouse().browser();
        other.openSignIn("");
        other.get(back(other, selfkey));
        assertEquals(wallets(browser), wallets(other), "the same person");

        Browser third = gatehouse().browser();
        third.openSignIn("");
        third.get(back(third, SelfkeyWallet.create()));
        third.post("/signin/link", "");
        FakeWallet idena = FakeWallet.create();
        Browser.Invitation invitation = third.invitation(third.get("/signin").body());
        gatehouse().confirm(invitation, idena);
        assertEquals(ADDED, path(header(third.get(invitation.callback()), "Location")));
        assertEquals(2, wallets(third).size());

        third.post("/signin/link", "");
        third.get("/signin");
        assertEquals(409, third.get(back(third, selfkey)).statusCode(), "a wallet of another account stays there");
    }

    @Test
    default void aUserTokenIsTakenOnceAndOnlyByItsOwnClient() {
        String token = portal().userToken(SelfkeyWallet.create());
        LwsPage members = new LwsPage(gatehouse(), "members", "https://members.example");
        assertRefused(401, "token_invalid", members.handIn(token));
        assertRefused(401, "token_invalid", own().handIn(token, gatehouse().browser()));
        assertEquals(200, portal().handIn(token).statusCode());
        assertRefused(401, "token_invalid", portal().handIn(token));
        assertRefused(401, "token_invalid", portal().handIn(token + "A"));
    }

    @Test
    default void aTokenOfOneKindIsRefusedWhereAnotherIsAskedFor() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String challenge = SelfkeyWallet.jwt(wallet.challenge(gatehouse(), "lws"));
        String walletToken = wallet.walletToken(gatehouse(), "lws");
        String userToken = portal().userToken(wallet);
        Browser browser = gatehouse().browser();
        browser.visit(redirectTo(portal().handIn(portal().userToken(wallet))), "Referer", "https://lws.example/");
        var tokens = application().signIn(browser);
        List<String> ofOidc = List.of(tokens.getString("access_token"), tokens.getString("id_token"));
        List<String> notAtLogin = new ArrayList<>(ofOidc);
        Collections.addAll(notAtLogin, challenge, walletToken, unsigned(userToken), "a.b.c", "");
        for (String token : notAtLogin) assertRefused(401, "token_invalid", portal().handIn(token));
        List<String> notAtUserToken = new ArrayList<>(ofOidc);
        Collections.addAll(
                notAtUserToken,
                challenge,
                userToken,
                unsigned(walletToken),
                wallet.walletToken(gatehouse(), "members"));
        for (String token : notAtUserToken) assertRefused(401, "token_invalid", portal().fetch(token));
        for (String token : List.of(challenge, walletToken, userToken)) {
            assertEquals(401, gatehouse().api("GET", "/api/me", token, "").statusCode());
        }
    }

    @Test
    default void theUserTokenIsTheSameAtBothAddressesAndSaysWhoSigned() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String challenge = SelfkeyWallet.jwt(wallet.challenge(gatehouse(), "lws"));
        String walletToken = SelfkeyWallet.jwt(wallet.reply(gatehouse(), "lws", challenge));
        for (String path : List.of("/users/token", "/users/token/", "/auth/token", "/auth/token/")) {
            HttpResponse<String> answer = gatehouse()
                    .send(SelfkeyWallet.request(gatehouse(), "lws", path)
                            .header("Authorization", "Bearer " + walletToken)
                            .GET());
            assertEquals(200, answer.statusCode(), path + answer.body());
            assertEquals("no-store", header(answer, "Cache-Control"));
            String token = json(answer).getString("token");
            assertEquals(token, json(answer).getString("jwt"));
            assertEquals("user", claims(token).getString("token_use"));
            assertEquals("lws", claims(token).getString("client_id"));
            assertTrue(claims(token).getString("wallet").equalsIgnoreCase("eip155:1:" + wallet.address()));
            assertEquals(
                    claims(challenge).getJsonNumber("iat").longValue(),
                    claims(token).getJsonNumber("auth_time").longValue());
        }
    }

    @Test
    default void metaMayBeAnythingThatIsShort() {
        String walletToken = SelfkeyWallet.create().walletToken(gatehouse(), "lws");
        for (String meta : List.of("", "undefined", "%5B%5D", "%7B", "1".repeat(4_000), "1".repeat(4_001))) {
            HttpResponse<String> answer = gatehouse()
                    .send(SelfkeyWallet.request(gatehouse(), "lws", "/users/token?meta=" + meta)
                            .header("Authorization", "Bearer " + walletToken)
                            .GET());
            if (meta.length() > 4_000) assertRefused(422, "bad_request", answer);
            else assertEquals(200, answer.statusCode(), meta);
        }
    }

    @Test
    default void of200PagesWithTheSameUserTokenOneLogsIn() throws Exception {
        String token = portal().userToken(SelfkeyWallet.create());
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Integer>> calls =
                    Collections.nCopies(200, () -> portal().handIn(token).statusCode());
            Map<Integer, Integer> statuses = new TreeMap<>();
            for (Future<Integer> done : threads.invokeAll(calls)) statuses.merge(done.get(), 1, Integer::sum);
            assertEquals(Map.of(200, 1, 401, 199), statuses);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void of20BrowsersAtTheSameAddressOneIsSignedIn() throws Exception {
        String address = redirectTo(portal().handIn(portal().userToken(SelfkeyWallet.create())));
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Boolean>> calls = Collections.nCopies(20, () -> {
                Browser browser = gatehouse().browser();
                browser.visit(address, "Referer", "https://lws.example/");
                return browser.cookie("gatehouse_session").isPresent();
            });
            int signedIn = 0;
            for (Future<Boolean> done : threads.invokeAll(calls)) if (done.get()) signedIn++;
            assertEquals(1, signedIn);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Hands a token of this wallet in at our own page, and gives the path that it goes back to. */
    /** A real wallet signs up wherever it is for the first time, before it fetches the user token. */
    private void signUpAsWalletsDo(SelfkeyWallet wallet) {
        HttpResponse<String> answer = gatehouse()
                .send(SelfkeyWallet.request(gatehouse(), "gatehouse", "/users")
                        .header("Authorization", "Bearer " + wallet.walletToken(gatehouse(), "gatehouse"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"attributes\":[],\"meta\":{}}")));
        assertEquals(201, answer.statusCode(), answer.body());
        assertEquals("", answer.body());
    }

    private String back(Browser browser, SelfkeyWallet wallet) {
        HttpResponse<String> answer = own().handIn(own().userToken(wallet), browser);
        assertEquals(200, answer.statusCode(), answer.body());
        return path(redirectTo(answer));
    }

    private String path(String address) {
        assertTrue(address.startsWith(gatehouse().url() + "/"), address);
        return address.substring(gatehouse().url().length());
    }

    private static List<String> wallets(Browser browser) {
        return json(browser.get("/api/me/wallets")).getJsonArray("wallets").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static void assertRefused(int status, String code, HttpResponse<String> answer) {
        assertEquals(
                status + " " + code, answer.statusCode() + " " + json(answer).getString("code"), answer.body());
        assertFalse(json(answer).getString("message").isEmpty());
    }

    private static String unsigned(String token) {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + token.split("\\.", -1)[1] + ".";
    }

    private static JsonObject claims(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return Json.createReader(new ByteArrayInputStream(claims)).readObject();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
