package org.gatehouse.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.nonce;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gatehouse.idena.node.IdenaState;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Portals that know nothing of sign-ins, behind a real nginx that asks Gatehouse. */
interface ProxyTopic extends Topic {
    /** More than any way to sign in has. */
    int MOST_STEPS = 20;

    @BeforeAll
    static void startProxy() {
        Proxy.start();
    }

    @Test
    default void whoIsNotSignedInSignsInAndComesBackToThePage() {
        FakeWallet wallet = human();
        Browser browser = gatehouse().browser();
        HttpResponse<String> closed = browser.visit(wiki("/members?page=2&of=9"));
        assertEquals(303, closed.statusCode());
        assertEquals(wiki("/.gatehouse/start?rd=%2Fmembers%3Fpage%3D2%26of%3D9"), location(closed));

        HttpResponse<String> page = open(browser, wiki("/members?page=2&of=9"), wallet);

        assertEquals(wiki("/members?page=2&of=9"), page.uri().toString());
        assertEquals(200, page.statusCode());
        assertTrue(page.body().startsWith("/members?page=2&of=9\n"), page.body());
        String address = Address.parse(wallet.address()).toString();
        assertEquals(
                List.of(
                        "Remote-account: " + json(browser.get("/api/me")).getString("sub"),
                        "Remote-groups: Human,people%2C%20all%20of%20them",
                        "Remote-user: " + address,
                        "Remote-wallet: idena:mainnet:" + address),
                told(page));
    }

    @Test
    default void whatABrowserSaysOfItselfDoesNotGetThrough() {
        FakeWallet wallet = human();
        Browser browser = gatehouse().browser();
        String[] forged = {
            "Remote-User",
            "admin",
            "remote-user",
            "admin",
            "REMOTE_USER",
            "admin",
            "Remote_Groups",
            "admin",
            "Remote-Groups",
            "admin",
            "Remote-Account",
            "admin",
            "Remote-Wallet",
            "admin"
        };
        assertEquals(303, browser.visit(wiki("/"), forged).statusCode());
        List<String> honest = told(open(browser, wiki("/"), wallet));
        HttpResponse<String> page = browser.visit(wiki("/"), forged);
        assertEquals(200, page.statusCode());
        assertEquals(honest, told(page));
        assertFalse(page.body().contains("admin"), page.body());
    }

    @Test
    default void whoSignsOutAtGatehouseHasClosedThePortal() {
        Browser browser = gatehouse().browser();
        open(browser, wiki("/"), human());
        assertEquals(200, browser.visit(wiki("/")).statusCode());
        browser.post("/signout", "");
        assertEquals(303, browser.visit(wiki("/")).statusCode());
    }

    @Test
    default void whoSignsOutOfThePortalIsAskedAboutGatehouse() {
        Browser browser = gatehouse().browser();
        open(browser, wiki("/"), human());
        String cookie = browser.cookie("gatehouse_portal_wiki").orElseThrow();

        assertEquals(403, signOut(browser, "https://evil.example").statusCode());
        assertEquals(200, browser.visit(wiki("/")).statusCode());

        String there = location(signOut(browser, wiki("")));
        assertTrue(there.startsWith(gatehouse().url() + "/oauth2/logout?"), there);
        assertTrue(there.contains("client_id=wiki"), there);
        assertTrue(there.contains(URLEncoder.encode(wiki("/"), StandardCharsets.UTF_8)), there);
        assertEquals(303, browser.visit(wiki("/")).statusCode());
        browser.setCookie("gatehouse_portal_wiki", cookie);
        assertEquals(303, browser.visit(wiki("/")).statusCode(), "nor does the former cookie open it");
        assertEquals(200, browser.get("/api/me").statusCode());
    }

    @Test
    default void twoPortalsOfAHostHaveACookieEach() {
        Browser browser = gatehouse().browser();
        open(browser, wiki("/"), human());
        assertEquals(303, browser.visit(forum("/")).statusCode());
        browser.setCookie(
                "gatehouse_portal_forum",
                browser.cookie("gatehouse_portal_wiki").orElseThrow());
        assertEquals(303, browser.visit(forum("/")).statusCode());

        assertEquals(200, open(browser, forum("/")).statusCode(), "the session is one: no wallet is asked");
        assertEquals(200, browser.visit(wiki("/")).statusCode());
    }

    @Test
    default void whomThePortalDoesNotLetInIsToldSoAtGatehouse() {
        FakeWallet wallet = FakeWallet.create();
        Idena.person(wallet.address(), IdenaState.NEWBIE);
        Browser browser = gatehouse().browser();
        HttpResponse<String> page = open(browser, forum("/"), wallet);
        assertTrue(page.uri().toString().startsWith(gatehouse().url() + "/oauth2/authorize"), page.uri()::toString);
        assertEquals(303, browser.visit(forum("/")).statusCode());
        assertEquals(200, open(browser, wiki("/")).statusCode());
    }

    @Test
    default void nobodyIsSignedInAsTheOneWhoSentHimALink() {
        Browser attacker = gatehouse().browser();
        String link = leave(attacker, wiki("/"), human());
        assertTrue(link.startsWith(wiki("/.gatehouse/callback?")), link);
        Browser victim = gatehouse().browser();
        assertEquals(400, victim.visit(link).statusCode());
        victim.visit(wiki("/.gatehouse/start?rd=/"));
        assertEquals(400, victim.visit(link).statusCode(), "having left by himself, too");
        assertTrue(victim.cookie("gatehouse_portal_wiki").isEmpty());
        assertEquals(303, attacker.visit(link).statusCode());
    }

    @Test
    default void anAnswerOfAnotherProviderIsRefused() {
        Browser browser = gatehouse().browser();
        String link = leave(browser, wiki("/"), human());
        String issuer = "iss=" + URLEncoder.encode(gatehouse().url(), StandardCharsets.UTF_8);
        assertTrue(link.contains(issuer), link);
        assertEquals(
                400,
                browser.visit(link.replace(issuer, "iss=https%3A%2F%2Fevil.example"))
                        .statusCode());
        assertTrue(browser.cookie("gatehouse_portal_wiki").isEmpty());
        assertEquals(303, browser.visit(link).statusCode(), "which uses nothing up");
    }

    @Test
    default void aSignInComesBackToThePortalAndNowhereElse() {
        FakeWallet wallet = human();
        for (String elsewhere : new String[] {
            "//evil.example", "https://evil.example/", "/%5Cevil.example", "%2F%2Fevil.example", "/%0D%0ASet-Cookie:a=b"
        }) {
            HttpResponse<String> page = open(gatehouse().browser(), wiki("/.gatehouse/start?rd=" + elsewhere), wallet);
            assertEquals(wiki("/"), page.uri().toString(), elsewhere);
        }
    }

    @Test
    default void whoAsksWithoutAProxyIsAnsweredAsTheProxyIs() {
        HttpResponse<String> closed = check("wiki", "X-Forwarded-Uri", "/a");
        assertEquals(401, closed.statusCode());
        assertEquals(wiki("/.gatehouse/start?rd=%2Fa"), location(closed));
        assertEquals(wiki("/.gatehouse/start?rd=%2F"), location(check("wiki", "X-Forwarded-Uri", "//evil.example")));
        assertEquals(
                401, check("wiki", "Cookie", "gatehouse_portal_wiki=garbage").statusCode());
        assertEquals(401, check("wiki", "Remote-User", "admin").statusCode());
        assertEquals(401, check("wiki", "Authorization", "Bearer garbage").statusCode());

        HttpResponse<String> sent = check("wiki?redirect=true", "X-Forwarded-Uri", "/a");
        assertEquals(303, sent.statusCode());
        assertEquals(wiki("/.gatehouse/start?rd=%2Fa"), location(sent));

        Browser browser = gatehouse().browser();
        open(browser, wiki("/"), human());
        HttpResponse<String> there = browser.get("/oauth2/forward-auth/wiki?redirect=true");
        assertEquals(204, there.statusCode());
        assertEquals("no-store", there.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(there.headers().firstValue("Remote-User").isPresent());
    }

    @Test
    default void whatIsNoPortalIsAProblem() {
        assertProblem(404, "unknown-client", check("nobody", "Accept", "*/*"));
        assertProblem(404, "no-portal", check("spa", "Accept", "*/*"));
        assertProblem(404, "no-portal", check("gatehouse", "Accept", "*/*"));
        assertProblem(404, "unknown-client", check("closed", "Accept", "*/*"));
        assertProblem(404, "unknown-client", check("nobody/start?rd=/", "Accept", "*/*"));
        assertProblem(400, "bad-request", check("wiki/callback", "Accept", "*/*"));
        assertProblem(405, "method-not-allowed", check("wiki/signout", "Accept", "*/*"));
    }

    @Test
    default void aPersonAtARealBrowserComesBackToThePage() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1100, ColorScheme.LIGHT)) {
            Page page = chromium.page(person, wiki("/members"));
            page.getByText("Open the practice wallet").click();
            page.getByText("Confirm", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText(Pattern.compile("Remote-user: 0x"))).isVisible();
            assertEquals(wiki("/members"), page.url());
        }
    }

    private FakeWallet human() {
        FakeWallet wallet = FakeWallet.create();
        Idena.person(wallet.address(), IdenaState.HUMAN);
        return wallet;
    }

    /** Goes wherever a browser is sent, and signs where a wallet is asked for. */
    private HttpResponse<String> open(Browser browser, String address, FakeWallet... wallet) {
        HttpResponse<String> response = browser.visit(address);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (response.statusCode() == 303) response = browser.visit(location(response));
            else if (response.uri().getPath().endsWith("/signin")) response = sign(browser, response, wallet[0]);
            else return response;
        }
        throw new AssertionError("does not come to an end: " + response.uri());
    }

    /** Does the same, but gives the address at which the browser would come back to a portal. */
    private String leave(Browser browser, String address, FakeWallet wallet) {
        HttpResponse<String> response = browser.visit(address);
        for (int step = 0; step < MOST_STEPS; step++) {
            boolean signing = response.statusCode() != 303;
            if (!signing && location(response).contains("/callback?")) return location(response);
            response = signing ? sign(browser, response, wallet) : browser.visit(location(response));
        }
        throw new AssertionError("does not come to an end: " + response.uri());
    }

    private HttpResponse<String> sign(Browser browser, HttpResponse<String> page, FakeWallet wallet) {
        Browser.Invitation invitation = browser.invitation(page.body());
        gatehouse()
                .authenticate(
                        invitation.token(),
                        wallet.sign(nonce(gatehouse().startSession(invitation.token(), wallet.address()))));
        return browser.get(invitation.callback());
    }

    private HttpResponse<String> signOut(Browser browser, String origin) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(wiki("/.gatehouse/signout")))
                .header("Origin", origin)
                .header(
                        "Cookie",
                        "gatehouse_portal_wiki="
                                + browser.cookie("gatehouse_portal_wiki").orElseThrow())
                .POST(BodyPublishers.noBody());
        return browser.keep(gatehouse().send(request));
    }

    private HttpResponse<String> check(String path, String... headers) {
        return gatehouse().get("/oauth2/forward-auth/" + path, headers);
    }

    private static void assertProblem(int status, String slug, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("urn:gatehouse:problem:" + slug, json(response).getString("type"));
    }

    /** What the page behind was told of the person. */
    private static List<String> told(HttpResponse<String> page) {
        return page.body()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("remote"))
                .toList();
    }

    private static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + ": " + response.body()));
    }

    private static String wiki(String path) {
        return TestBed.portalUrl("wiki") + path;
    }

    private static String forum(String path) {
        return TestBed.portalUrl("forum") + path;
    }
}
