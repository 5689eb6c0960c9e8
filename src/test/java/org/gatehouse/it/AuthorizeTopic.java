package org.gatehouse.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.idena.node.IdenaState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The authorization endpoint, as applications send browsers there. */
interface AuthorizeTopic extends Topic {
    private Application spa() {
        return Application.of(gatehouse(), "spa", null, "https://spa.example/callback");
    }

    private Application asking() {
        return Application.of(gatehouse(), "asking", null, "https://asking.example/callback");
    }

    private Application humans() {
        return Application.of(gatehouse(), "humans", null, "https://humans.example/callback");
    }

    @Test
    default void anApplicationGetsACodeForWhoSignsInAndOnlyOne() {
        Browser browser = gatehouse().browser();
        HttpResponse<String> asked = spa().ask(browser, "state", "a&b=c d", "nonce", "n-1");
        assertEquals("/signin", path(asked));
        assertTrue(browser.get("/signin").body().contains("Single-page application"), "the page says who asks");
        String goOn = confirm(browser, FakeWallet.create());
        assertTrue(goOn.matches("/oauth2/authorize/[0-9a-f]{32}"), goOn);
        HttpResponse<String> answer = browser.get(goOn);
        URI location = location(answer);
        Map<String, String> parameters = Application.parameters(location);
        assertTrue(location.toString().startsWith("https://spa.example/callback?code="));
        assertEquals("a&b=c d", parameters.get("state"));
        assertEquals(gatehouse().url(), parameters.get("iss"));
        assertEquals(
                "no-referrer", answer.headers().firstValue("Referrer-Policy").orElseThrow());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        String code = parameters.getOrDefault("code", "");
        assertEquals(200, spa().redeem(code).statusCode());
        assertEquals(410, browser.get(goOn).statusCode(), "a reload gives no second code");
    }

    @Test
    default void whoIsSignedInSeesNoPage() {
        Browser browser = signedIn();
        assertNotEquals(spa().code(browser), spa().code(browser));
        assertTrue(browser.cookie("gatehouse_requests").isEmpty(), "nothing waits");
        assertNotEquals("", spa().code(browser, "prompt", "none"));
    }

    @Test
    default void withoutAPageNobodySignsIn() {
        Browser browser = gatehouse().browser();
        URI location = spa().authorize(browser, "prompt", "none");
        assertEquals("login_required", Application.parameters(location).get("error"));
        assertTrue(browser.cookie("gatehouse_attempt").isEmpty());
        assertEquals(
                "consent_required",
                Application.parameters(asking().authorize(signedIn(), "prompt", "none"))
                        .get("error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompt=login", "max_age=0"})
    default void theWalletSignsAgainWhereTheApplicationAsksForIt(String parameter) {
        FakeWallet wallet = FakeWallet.create();
        Browser browser = gatehouse().browser();
        browser.signIn(wallet);
        String[] pair = parameter.split("=", 2);
        assertEquals("/signin", path(spa().ask(browser, pair[0], pair[1])));
        String goOn = confirm(browser, wallet);
        assertTrue(location(browser.get(goOn)).toString().contains("code="));
    }

    @Test
    default void aFormCarriesTheAnswerToThatOneApplication() {
        HttpResponse<String> page = spa().ask(signedIn(), "response_mode", "form_post", "state", "\"><script>");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("action=\"https://spa.example/callback\""));
        assertTrue(
                page.body().contains("&quot;&gt;&lt;script&gt;") || page.body().contains("&#34;&gt;&lt;script&gt;"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("form-action https://spa.example;"), policy);
        assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElseThrow());
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
    }

    @Test
    default void aFormOfAnotherSiteIsARequestLikeAnyOther() {
        String request = spa().request().replaceFirst(".*\\?", "");
        HttpResponse<String> again = post(gatehouse().browser(), "/oauth2/authorize", request, "https://spa.example");
        assertEquals(303, again.statusCode());
        assertTrue(path(again).startsWith("/oauth2/authorize?"));
        assertTrue(again.headers().allValues("Set-Cookie").isEmpty(), "nothing is begun");
        assertTrue(location(signedIn().get(path(again))).toString().contains("code="));
        assertEquals(
                400,
                post(gatehouse().browser(), "/oauth2/authorize", "client_id=spa", "https://spa.example")
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redirect_uri=https://evil.example/",
                "redirect_uri=https://spa.example/callback/",
                "redirect_uri=",
                "client_id=nobody",
                "client_id=closed",
                "client_id="
            })
    default void nobodyIsSentToAnAddressThatIsNotRegistered(String parameter) {
        String[] pair = parameter.split("=", 2);
        for (Browser browser : new Browser[] {gatehouse().browser(), signedIn()}) {
            HttpResponse<String> refused = spa().ask(browser, pair[0], pair[1]);
            assertEquals(400, refused.statusCode());
            assertTrue(refused.headers().firstValue("Location").isEmpty());
            assertFalse(refused.body().contains("evil"));
        }
    }

    @Test
    default void aRepeatedParameterIsAnErrorAndARepeatedAddressAPage() {
        Browser browser = signedIn();
        URI location = location(browser.get(spa().request() + "&nonce=a&nonce=b"));
        assertEquals("invalid_request", Application.parameters(location).get("error"));
        assertEquals(
                400,
                browser.get(spa().request() + "&redirect_uri=https://spa.example/callback")
                        .statusCode());
    }

    @Test
    default void whoIsAskedMayAllowItOrNot() {
        Browser browser = signedIn();
        HttpResponse<String> page = asking().ask(browser);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("An application that asks"));
        String form = first("action=\"([^\"]*/oauth2/authorize/[0-9a-f]{32})\"", page.body())
                .replaceFirst("^" + Pattern.quote(URI.create(gatehouse().url()).getPath()), "");
        String session = first("name=\"session\" value=\"([^\"]+)\"", page.body());
        assertEquals(
                403,
                post(browser, form, "decision=allow&session=" + session, "https://evil.example")
                        .statusCode());

        assertEquals(200, browser.post(form, "decision=deny").statusCode());
        assertEquals(
                "access_denied",
                Application.parameters(location(browser.get(form))).get("error"));
        assertEquals(
                410, browser.post(form, "decision=allow&session=" + session).statusCode());

        String second = first(
                        "action=\"([^\"]*/oauth2/authorize/[0-9a-f]{32})\"",
                        asking().ask(browser).body())
                .replaceFirst("^" + Pattern.quote(URI.create(gatehouse().url()).getPath()), "");
        browser.post(second, "decision=allow&session=another");
        assertEquals(200, browser.get(second).statusCode(), "only the one who was asked may allow it");
        assertEquals(
                200, browser.post(second, "decision=allow&session=" + session).statusCode());
        assertTrue(location(browser.get(second)).toString().contains("code="));
        assertNotEquals("", asking().code(browser), "and is not asked again");
    }

    @Test
    default void whoMayNotEnterIsToldWhy() {
        FakeWallet wallet = FakeWallet.create();
        Idena.person(wallet.address(), IdenaState.NEWBIE);
        Browser browser = gatehouse().browser();
        browser.signIn(wallet);
        HttpResponse<String> low = humans().ask(browser);
        assertEquals(403, low.statusCode());
        assertTrue(low.body().contains("Newbie") && low.body().contains("Human"));
        assertTrue(low.body().contains("<time datetime="), "the next validation");

        Application ethereans = Application.of(gatehouse(), "ethereans", null, "https://ethereans.example/callback");
        HttpResponse<String> other = ethereans.ask(browser);
        assertEquals(403, other.statusCode());
        assertTrue(other.body().contains("Ethereum"));

        FakeWallet human = FakeWallet.create();
        Idena.person(human.address(), IdenaState.HUMAN);
        Browser admitted = gatehouse().browser();
        admitted.signIn(human);
        assertNotEquals("", humans().code(admitted));
    }

    @Test
    default void anotherBrowserLearnsNothingByTheIdOfARequest() {
        Browser browser = gatehouse().browser();
        spa().ask(browser, "state", "a-secret");
        String goOn = confirm(browser, FakeWallet.create());
        Browser stranger = signedIn();
        HttpResponse<String> gone = stranger.get(goOn);
        assertEquals(410, gone.statusCode());
        assertFalse(gone.body().contains("Single-page application"));
        assertEquals(410, stranger.post(goOn, "decision=deny").statusCode());
        assertFalse(gatehouse().browser().get("/signin?go=" + goOn).body().contains("Single-page application"));
        assertTrue(location(browser.get(goOn)).toString().contains("code="));
    }

    @Test
    default void ourPagesSpeakTheLanguageThatTheApplicationAsksFor() {
        Browser browser = gatehouse().browser();
        spa().ask(browser, "ui_locales", "fr de-CH");
        assertTrue(browser.get("/signin").body().contains("lang=\"de\""));
    }

    @Test
    default void whatIsSharedIsAskedForAndListed() {
        String callback = "https://learning.example/callback";
        Browser administrator = gatehouse().browser();
        administrator.signIn(FakeWallet.administrator());
        HttpResponse<String> created = administrator.postJson(
                "/api/clients",
                "{\"client_id\":\"learning\",\"token_endpoint_auth_method\":\"none\",\"redirect_uris\":[\"" + callback
                        + "\"],\"scope\":\"openid profile attributes\",\"selfkey\":{\"attributes\":[\"email\","
                        + "{\"attribute\":\"domicile\",\"title\":\"Where you <live>\"},\"passport\"],"
                        + "\"claims\":{\"email\":\"email\",\"home\":\"domicile\"}}}");
        assertEquals(201, created.statusCode(), created.body());
        Application learning = Application.of(gatehouse(), "learning", null, callback);
        Browser browser = signedIn();
        String page = learning.ask(browser, "scope", "openid attributes", "ui_locales", "de")
                .body();
        assertTrue(page.contains("<dt>E-Mail</dt>"), page);
        assertTrue(page.contains("<dt>Where you &lt;live&gt;</dt>"), page);
        assertFalse(page.contains("passport"), page);
        JsonObject tokens = learning.signIn(browser, "scope", "openid attributes");
        assertEquals("attributes openid", tokens.getString("scope"));
        assertFalse(
                json(learning.userinfo(tokens.getString("access_token"))).containsKey("email"), "nothing is shared");
        assertEquals(
                303,
                learning.ask(browser, "scope", "openid attributes", "prompt", "none")
                        .statusCode());
    }

    @Test
    default void headAsksForNothing() {
        Browser browser = signedIn();
        HttpResponse<String> head =
                gatehouse().send(browser.request(spa().request()).method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertTrue(head.headers().firstValue("Location").isEmpty());
    }

    @Test
    default void aPersonAtARealBrowserIsSentBackToTheApplication() throws IOException {
        HttpServer application = application();
        String callback = "http://127.0.0.1:" + application.getAddress().getPort() + "/callback";
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1100, ColorScheme.LIGHT)) {
            Application asking = Application.of(gatehouse(), "asking", null, callback);
            Page page = person.newPage();
            page.navigate(gatehouse().url() + asking.request());
            chromium.shoot(page, "authorize-signin");
            chromium.assertAccessible(page);
            page.getByText("Open the practice wallet").click();
            page.getByText("Confirm", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("May this application know who you are?")).isVisible();
            chromium.shoot(page, "authorize-consent");
            chromium.assertAccessible(page);
            page.getByText("Allow", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForURL(url -> url.startsWith(callback + "?code="));
            assertThat(page.getByText("GET without a referrer")).isVisible();
            page.navigate(gatehouse().url() + asking.request("response_mode", "form_post"));
            page.getByText("Allow", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForURL(callback);
            assertThat(page.getByText("POST without a referrer")).isVisible();
        } finally {
            application.stop(0);
        }
    }

    /** Says how it was called. */
    private static HttpServer application() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/callback", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean code = (exchange.getRequestURI() + body).contains("code=");
            String referrer = exchange.getRequestHeaders().containsKey("Referer") ? " with" : " without";
            byte[] text = (exchange.getRequestMethod() + referrer + " a referrer" + (code ? "" : " or code"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Browser signedIn() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        return browser;
    }

    /** Confirms the browser's open sign-in with this wallet; gives the path that it goes on to. */
    private String confirm(Browser browser, FakeWallet wallet) {
        Browser.Invitation invitation = browser.openSignIn("");
        String nonce = GatehouseSystem.nonce(gatehouse().startSession(invitation.token(), wallet.address()));
        gatehouse().authenticate(invitation.token(), wallet.sign(nonce));
        return path(browser.get(invitation.callback()));
    }

    private HttpResponse<String> post(Browser browser, String path, String body, String origin) {
        return gatehouse()
                .send(browser.request(path)
                        .header("Origin", origin)
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Where on our own site the browser is sent. */
    private String path(HttpResponse<String> response) {
        String location = location(response).toString();
        assertTrue(location.startsWith(gatehouse().url()), location);
        return location.substring(gatehouse().url().length());
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + ": " + response.body())));
    }

    private static String first(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        if (!matcher.find()) throw new AssertionError("the page does not show " + pattern + ": " + page);
        return matcher.group(1);
    }
}
