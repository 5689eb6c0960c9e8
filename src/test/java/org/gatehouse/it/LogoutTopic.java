package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Signing out, and what applications hear of it. */
interface LogoutTopic extends Topic {
    @Test
    default void anApplicationSignsAPersonOutWithItsIdToken() {
        Browser browser = signedIn(FakeWallet.create());
        String hint = leaver("leaver").signIn(browser).getString("id_token");
        HttpResponse<String> response = browser.get("/oauth2/logout?id_token_hint=" + hint + "&state=s%261"
                + "&post_logout_redirect_uri=" + encode(back("leaver")));
        assertEquals(303, response.statusCode());
        assertEquals(
                back("leaver") + "?state=s%261",
                response.headers().firstValue("Location").orElse(""));
        assertEquals(401, browser.get("/api/me").statusCode());
    }

    @Test
    default void headEndsNothing() {
        Browser browser = signedIn(FakeWallet.create());
        String hint = leaver("glimpser").signIn(browser).getString("id_token");
        HttpResponse<String> head = gatehouse()
                .send(browser.request("/oauth2/logout?id_token_hint=" + hint)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals(200, browser.get("/api/me").statusCode());
    }

    @Test
    default void thePagesOfASignOutSpeakAsTheApplicationAsks() {
        Browser browser = signedIn(FakeWallet.create());
        HttpResponse<String> page = browser.get("/oauth2/logout?ui_locales=de");
        assertTrue(page.body().contains("Von Gatehouse abmelden?"), page.body());
        assertTrue(page.body().contains("name=\"ui_locales\" value=\"de\""), page.body());
        assertTrue(browser.post("/signout", "asked=yes&ui_locales=de").body().contains("Sie sind abgemeldet"));
    }

    @Test
    default void withoutAnIdTokenThePersonIsAskedFirst() {
        Browser browser = signedIn(FakeWallet.create());
        leaver("asker");
        String query = "?client_id=asker&state=s&post_logout_redirect_uri=" + encode(back("asker"));
        HttpResponse<String> page = browser.get("/oauth2/logout" + query);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("asker"), page.body());
        assertEquals(200, browser.get("/api/me").statusCode());
        HttpResponse<String> done = browser.post("/signout", "asked=yes&" + query.substring(1));
        assertEquals(200, done.statusCode());
        assertTrue(done.body().contains(back("asker") + "?state=s"), done.body());
        assertEquals(401, browser.get("/api/me").statusCode());
        assertEquals(303, browser.get("/oauth2/logout" + query).statusCode(), "nobody is there to ask");
        assertEquals(200, browser.get("/oauth2/logout").statusCode());
    }

    @Test
    default void anIdTokenOfSomeoneElseOnlyLeadsToTheQuestion() {
        String hint = leaver("mixed").signIn(signedIn(FakeWallet.create())).getString("id_token");
        Browser browser = signedIn(FakeWallet.create());
        HttpResponse<String> page = browser.get("/oauth2/logout?id_token_hint=" + hint);
        assertEquals(200, page.statusCode());
        assertEquals(200, browser.get("/api/me").statusCode());
    }

    @Test
    default void aBrowserIsNeverSentToAnAddressThatIsNotRegistered() {
        Browser browser = signedIn(FakeWallet.create());
        String hint = leaver("strict").signIn(browser).getString("id_token");
        String evil = encode("https://evil.example/");
        for (String query : new String[] {
            "id_token_hint=" + hint + "&post_logout_redirect_uri=" + evil,
            "client_id=strict&post_logout_redirect_uri=" + evil,
            "client_id=strict&post_logout_redirect_uri=" + encode(back("strict") + "/"),
            "post_logout_redirect_uri=" + encode(back("strict")),
            "client_id=nobody&post_logout_redirect_uri=" + encode(back("strict")),
            "client_id=strict&client_id=strict",
            "state=" + "x".repeat(3) + "&state=y"
        }) {
            HttpResponse<String> response = browser.get("/oauth2/logout?" + query);
            assertEquals(400, response.statusCode(), query);
            assertTrue(response.headers().firstValue("Location").isEmpty());
        }
        assertEquals(
                400,
                browser.post("/signout", "asked=yes&post_logout_redirect_uri=" + evil)
                        .statusCode());
        assertEquals(200, browser.get("/api/me").statusCode());
    }

    @Test
    default void aFormOfTheApplicationLeadsToTheSame() {
        Browser browser = signedIn(FakeWallet.create());
        String hint = leaver("poster").signIn(browser).getString("id_token");
        HttpResponse<String> response = gatehouse()
                .send(gatehouse()
                        .request("/oauth2/logout")
                        .header("Origin", "https://app.example")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("id_token_hint=" + hint)));
        assertEquals(303, response.statusCode());
        String next = response.headers()
                .firstValue("Location")
                .orElse("")
                .substring(gatehouse().url().length());
        assertEquals(200, browser.get(next).statusCode());
        assertEquals(401, browser.get("/api/me").statusCode());
    }

    @Test
    default void everyApplicationOfTheSessionIsToldAndToldAgainUntilItHasHeard() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        AtomicInteger calls = new AtomicInteger();
        HttpServer listener = listener(heard, calls);
        try {
            String address = "http://localhost:" + listener.getAddress().getPort() + "/logout";
            Application told = registered("told", ",\"backchannel_logout_uri\":\"" + address + "\"");
            Browser browser = signedIn(FakeWallet.create());
            JsonObject tokens = told.signIn(browser);
            JsonObject id = Application.claims(tokens.getString("id_token"));
            browser.post("/signin/new", "");
            browser.signIn(FakeWallet.create());
            String first = heard.poll(20, TimeUnit.SECONDS);
            String second = heard.poll(60, TimeUnit.SECONDS);
            assertFalse(first == null || second == null, "the first answer was a fault, so that it is told again");
            assertNotEquals(claims(first).getString("jti"), claims(second).getString("jti"));
            JsonObject claims = claims(second);
            assertEquals("logout+jwt", Application.header(token(second)).getString("typ"));
            assertEquals(id.getString("sid"), claims.getString("sid"));
            assertEquals(id.getString("sub"), claims.getString("sub"));
            assertEquals(id.getString("iss"), claims.getString("iss"));
            assertTrue(
                    claims.getJsonObject("events").containsKey("http://schemas.openid.net/event/backchannel-logout"));
            assertFalse(claims.containsKey("nonce"));
            if (Database.isPostgresql()) awaitNoNotice("told");
            assertNull(heard.poll(), "heard is heard");
        } finally {
            listener.stop(0);
        }
    }

    @Test
    default void aStepUpSignsNoApplicationOutAndSigningOutEverywhereAllOfThem() {
        FakeWallet wallet = FakeWallet.create();
        Browser browser = signedIn(wallet);
        Application app = registered("keeper", ",\"scope\":\"openid profile offline_access\"");
        JsonObject tokens = app.signIn(browser, "scope", "openid offline_access");
        browser.post("/signin/new", "");
        String before = browser.cookie("gatehouse_session").orElseThrow();
        browser.signIn(wallet);
        assertNotEquals(before, browser.cookie("gatehouse_session").orElseThrow());
        assertEquals(200, app.userinfo(tokens.getString("access_token")).statusCode());
        browser.post("/signout", "");
        Browser other = signedIn(wallet);
        HttpResponse<String> refreshed = app.refresh(tokens.getString("refresh_token"));
        assertEquals(200, refreshed.statusCode(), "it outlives the session");
        other.post("/signout", "everywhere=yes");
        assertEquals(
                400, app.refresh(json(refreshed).getString("refresh_token")).statusCode());
    }

    /** The answer was taken for what it is: else the notice would stay for a day. */
    private static void awaitNoNotice(String client) throws InterruptedException {
        String left = "select count(*) from logout_notice where client_id = '" + client + "'";
        for (int tries = 0; tries < 50 && Database.number(left) > 0; tries++) Thread.sleep(100);
        assertEquals(0, Database.number(left), "heard is heard");
        String ok =
                "select count(*) from audit_event where action = 'logout.notice' and outcome = 'ok' and client_id = '";
        assertEquals(1, Database.number(ok + client + "'"));
    }

    private static HttpServer listener(BlockingQueue<String> heard, AtomicInteger calls) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/logout", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(calls.incrementAndGet() == 1 ? 500 : 204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String token(String form) {
        return form.substring("logout_token=".length());
    }

    private static JsonObject claims(String form) {
        return Application.claims(token(form));
    }

    private Browser signedIn(FakeWallet wallet) {
        Browser browser = gatehouse().browser();
        browser.signIn(wallet);
        return browser;
    }

    private static String back(String client) {
        return "https://" + client + ".example/bye";
    }

    private Application leaver(String client) {
        return registered(client, ",\"post_logout_redirect_uris\":[\"" + back(client) + "\"]");
    }

    private Application registered(String client, String more) {
        String redirect = "https://" + client + ".example/callback";
        HttpResponse<String> created = signedIn(FakeWallet.administrator())
                .postJson(
                        "/api/clients",
                        "{\"client_id\":\"" + client
                                + "\",\"token_endpoint_auth_method\":\"none\",\"redirect_uris\":[\"" + redirect + "\"]"
                                + more + "}");
        assertEquals(201, created.statusCode(), created.body());
        return Application.of(gatehouse(), client, null, redirect);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
