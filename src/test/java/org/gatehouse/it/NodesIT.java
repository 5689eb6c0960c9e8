package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.nonce;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes over one PostgreSQL, of two makes: what one answered is true at the other, at once, and also when the first is gone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {
    private static final String SECRET = "the-secret-of-the-portal";
    private static final String REDIRECT = "https://portal.example/callback";
    private static final int CLIENTS = 2;
    private static final int AT_ONCE = 10;

    private static NoticeBoard board;
    private static Node one;
    private static Node two;
    private static GatehouseSystem a;
    private static GatehouseSystem b;

    @BeforeAll
    static void startBothAtOnceOnAnEmptyDatabase() throws IOException {
        Database.start();
        board = NoticeBoard.hang();
        Path work = Files.createTempDirectory(Path.of("target"), "nodes-").toAbsolutePath();
        int offset = Ports.freeOffset(2_100, 8080, 8081, 8443, 9990);
        String url = "http://localhost:" + (8082 + offset) + Node.PATH;
        Map<String, String> settings = new HashMap<>(Map.of(
                "gatehouse.public-url",
                url,
                "gatehouse.master-key",
                TestBed.MASTER_KEY,
                "gatehouse.admin-wallets",
                FakeWallet.administrator().address(),
                "gatehouse.idena.source",
                "none",
                "gatehouse.clients-file",
                Files.writeString(work.resolve("clients.json"), clients()).toString(),
                "gatehouse.db.url",
                Database.url(),
                "gatehouse.db.user",
                "postgres"));
        settings.put("gatehouse.file.store", "database");
        settings.put(
                "gatehouse.kyc.templates",
                Path.of("src/test/resources/templates").toAbsolutePath().toString());
        one = Node.payaraMicro(Files.createDirectory(work.resolve("one")), 8081 + offset, url, settings);
        two = Node.wildfly(Files.createDirectory(work.resolve("two")), 8080 + offset, url, settings);
        a = one.ready().gatehouse();
        b = two.ready().gatehouse();
    }

    private static String clients() {
        return """
                {"clients": [
                  {"client_id": "portal", "redirect_uris": ["%s"], "scope": "openid profile offline_access", "client_secret": "%s",
                   "backchannel_logout_uri": "%s"},
                  {"client_id": "spa", "redirect_uris": ["%s"], "token_endpoint_auth_method": "none"}]}
                """
                .formatted(REDIRECT, SECRET, board.url(), REDIRECT);
    }

    @AfterAll
    static void stop() throws IOException {
        if (one != null) one.kill();
        if (two != null) two.kill();
        board.close();
        Database.stop();
    }

    @Test
    @Order(1)
    void ofTwoThatStartAtOnceOneMakesTheSchemaTheKeysAndTheClients() {
        assertEquals(0, Database.number("select count(*) from flyway_schema_history where not success"));
        assertEquals(0, Database.number("select count(version) - count(distinct version) from flyway_schema_history"));
        assertEquals(4, Database.number("select count(*) from signing_key"), "a key of each family and algorithm");
        assertEquals(
                4,
                Database.number("select count(*) from (select distinct family, algorithm from signing_key) as pairs"));
        assertEquals(CLIENTS, Database.number("select count(*) from client"));
        assertEquals(1, Database.number("select count(*) from client_secret"));
        assertEquals(
                CLIENTS,
                Database.number(
                        "select count(*) from audit_event where action like 'client.%' and action <> 'client.secret'"),
                "the file is merged once");
        assertEquals(json(a.get("/oauth2/jwks")), json(b.get("/oauth2/jwks")));
    }

    @Test
    @Order(2)
    void aSignInBeginsAtOneIsConfirmedAtTheOtherAndEndsAtTheFirst() {
        Browser browser = a.browser();
        FakeWallet wallet = FakeWallet.create();
        Browser.Invitation invitation = browser.openSignIn("");
        String nonce = nonce(b.startSession(invitation.token(), wallet.address()));
        assertTrue(a.authenticate(invitation.token(), wallet.sign(nonce))
                .getJsonObject("data")
                .getBoolean("authenticated"));
        assertFalse(b.authenticate(invitation.token(), wallet.sign(nonce))
                .getJsonObject("data")
                .getBoolean("authenticated"));
        browser.get(invitation.callback());
        assertTrue(isSignedIn(browser));
        assertEquals(json(browser.get("/api/me")), json(browser.at(b).get("/api/me")));
    }

    @Test
    @Order(2)
    void aPageThatOneShowedGoesOnAtTheOther() {
        FakeWallet wallet = FakeWallet.create();
        Browser browser = a.browser();
        browser.signIn(wallet);
        Browser elsewhere = b.browser();
        elsewhere.signIn(wallet);
        String page = browser.get("/account/sessions").body();
        String form = "sessions=sessions&sessions%3Aothers=&jakarta.faces.ViewState="
                + hidden(page, "jakarta.faces.ViewState") + "&primefaces.nonce=" + hidden(page, "primefaces.nonce");
        HttpResponse<String> answer = browser.at(b).post("/account/sessions", form);
        String next = answer.headers().firstValue("Location").orElse(answer.body());
        assertTrue(next.endsWith("/account/sessions?note=others-ended"), next);
        assertTrue(isSignedIn(browser));
        assertFalse(isSignedIn(elsewhere));
    }

    private static String hidden(String page, String name) {
        Matcher field = Pattern.compile("name=\"" + Pattern.quote(name) + "\" value=\"([^\"]+)\"")
                .matcher(page);
        assertTrue(field.find(), "the page has no field " + name);
        return URLEncoder.encode(field.group(1), StandardCharsets.UTF_8);
    }

    @Test
    @Order(2)
    void aRequestThatWaitsAtOneGoesOnAtTheOther() {
        Browser browser = a.browser();
        String request = portal(a).request();
        assertEquals("/signin", path(browser.get(request)));
        Browser.Invitation invitation = browser.at(b).openSignIn("");
        FakeWallet wallet = FakeWallet.create();
        String nonce = nonce(a.startSession(invitation.token(), wallet.address()));
        b.authenticate(invitation.token(), wallet.sign(nonce));
        String goesOn = path(browser.at(b).get(invitation.callback()));
        String location = browser.get(goesOn).headers().firstValue("Location").orElse("");
        String code = Application.parameters(URI.create(location)).getOrDefault("code", "");
        assertEquals(200, portal(b).redeem(code).statusCode());
    }

    @Test
    @Order(2)
    void aCodeOfOneIsRedeemedAtTheOtherOnceAndTheSecondTimeRevokesWhatItGave() {
        Browser browser = signedIn(a);
        String code = portal(a).code(browser);
        JsonObject tokens = json(portal(b).redeem(code));
        assertEquals(200, portal(a).userinfo(tokens.getString("access_token")).statusCode());
        assertTrue(json(portal(a).introspect(tokens.getString("refresh_token"))).getBoolean("active"));

        assertEquals("invalid_grant", error(portal(a).redeem(code)));

        for (GatehouseSystem node : List.of(a, b)) {
            assertEquals("invalid_grant", error(portal(node).refresh(tokens.getString("refresh_token"))));
            assertEquals(
                    401, portal(node).userinfo(tokens.getString("access_token")).statusCode());
            assertFalse(json(portal(node).introspect(tokens.getString("access_token")))
                    .getBoolean("active"));
        }
    }

    @Test
    @Order(2)
    void aRefreshTokenOfOneIsUsedAtTheOtherAndTheOldOneAtTheFirstIsReuse() {
        String first = portal(a).signIn(signedIn(a)).getString("refresh_token");
        String second = json(portal(b).refresh(first)).getString("refresh_token");
        String third = json(portal(a).refresh(second)).getString("refresh_token");

        assertEquals("invalid_grant", error(portal(a).refresh(second)));

        assertEquals("invalid_grant", error(portal(b).refresh(third)), "the family is revoked");
    }

    @Test
    @Order(2)
    void aFileThatIsSentToOneIsInAnApplicationAtTheOtherWhichTheFirstDecides() {
        KycDesk desk = KycDesk.open(a, "kyc-nodes");
        KycChain atA = desk.server();
        KycChain atB = atA.at(b);
        LwsWallet key = LwsWallet.create();
        KycWallet walletAtA = KycWallet.at(key, page(a, desk));
        KycWallet walletAtB = KycWallet.at(key, page(b, desk));
        await("the client is known", () -> b.get("/selfkey/kyc-nodes/templates").statusCode() == 200);
        JsonArray attributes = walletAtA.uploaded(
                KycWallet.answers(walletAtA.template(KycDesk.PERSON), KycWallet.person("jane@example.org")));

        String id = json(walletAtB.call(
                        "POST",
                        "/applications",
                        KycWallet.application(KycDesk.PERSON, attributes).toString()))
                .getString("id");
        String file = KycWallet.files(attributes).get(0);
        for (KycChain server : List.of(atA, atB))
            assertEquals(200, server.get("/files/" + file).statusCode());
        assertEquals(200, atA.decide(id, 2).statusCode());
        assertEquals(2, walletAtB.application(id).getInt("currentStatus"));
        assertEquals(409, atB.decide(id, 3).statusCode());
    }

    /** The page as a wallet reaches it whose requests arrive at this node. */
    private static LwsSite page(GatehouseSystem node, KycDesk desk) {
        String root = node.request("/selfkey/" + desk.client()).build().uri().toString();
        return new LwsSite(desk.origin(), root, Map.of(), JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    @Order(2)
    void aSessionThatEndsAtOneIsDeadAtTheOtherAtOnceAndTheApplicationIsToldOnce() {
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Browser browser = signedIn(a);
            JsonObject tokens = portal(b).signIn(browser.at(b));
            sessions.add(Application.claims(tokens.getString("id_token")).getString("sid"));

            browser.at(b).post("/signout", "");

            assertFalse(isSignedIn(browser));
            assertEquals("invalid_grant", error(portal(a).refresh(tokens.getString("refresh_token"))));
        }
        await("every notice is delivered", () -> sessions.stream()
                .noneMatch(id -> board.about(id).isEmpty()));
        await("no notice is left", () -> Database.number("select count(*) from logout_notice") == 0);
        for (String session : sessions) assertEquals(1, board.about(session).size());
        String token = board.about(sessions.get(0)).get(0);
        assertEquals(401, portal(a).userinfo(token).statusCode());
        assertEquals(401, a.get("/api/me", "Authorization", "Bearer " + token).statusCode());
    }

    @Test
    @Order(2)
    void aClientThatIsMadeAtOneCanBeUsedAtTheOtherWithinSeconds() {
        Browser admin = a.browser();
        admin.signIn(FakeWallet.administrator());
        String token = Application.own(a).accessToken(admin);
        Browser browser = signedIn(b);
        Application late = Application.of(b, "late", null, REDIRECT);
        assertEquals(400, late.ask(browser).statusCode());
        String entry = "{\"client_id\":\"late\",\"redirect_uris\":[\"" + REDIRECT
                + "\"],\"token_endpoint_auth_method\":\"none\"}";
        assertEquals(201, a.api("POST", "/api/clients", token, entry).statusCode());
        await("the client is known", () -> late.ask(browser).statusCode() == 303);
        late.signIn(browser);
        assertEquals(
                200,
                a.api("PATCH", "/api/clients/late", token, "{\"enabled\":false}")
                        .statusCode());
        await("the client is switched off", () -> late.ask(browser).statusCode() == 400);
    }

    @Test
    @Order(3)
    void of10RedeemsOfACodeAtBothNodesExactlyOneSucceedsFor100Codes() throws Exception {
        Browser browser = signedIn(a);
        for (int i = 0; i < 100; i++) {
            String code = Application.of(a, "spa", null, REDIRECT).code(browser);
            assertEquals(
                    1,
                    successes(
                            node -> Application.of(node, "spa", null, REDIRECT).redeem(code)),
                    "code " + i);
        }
    }

    @Test
    @Order(3)
    void of10RefreshesWithATokenAtBothNodesOneAtMostSucceedsFor20Tokens() throws Exception {
        Browser browser = signedIn(a);
        for (int i = 0; i < 20; i++) {
            String token = portal(a).signIn(browser).getString("refresh_token");
            assertTrue(successes(node -> portal(node).refresh(token)) <= 1, "token " + i);
        }
    }

    @Test
    @Order(4)
    void whatANodeAnsweredIsTrueAtTheOtherAfterItWasKilled() throws Exception {
        board.open(false);
        Browser leaving = signedIn(a);
        String session = Application.claims(portal(a).signIn(leaving).getString("id_token"))
                .getString("sid");
        leaving.post("/signout", "");
        await("the first try", () -> !board.refusedAbout(session).isEmpty());
        Load load = new Load(a, portal(a));
        await("a load", () -> load.enough() || !load.faults.isEmpty());

        load.expectTheEnd();
        one.kill();
        board.open(true);
        load.awaitTheEnd();

        assertEquals(List.of(), List.copyOf(load.faults));
        for (String code : load.codes) assertEquals(200, portal(b).redeem(code).statusCode());
        for (String token : load.refreshTokens)
            assertEquals(200, portal(b).refresh(token).statusCode());
        for (String token : load.revokedTokens)
            assertEquals("invalid_grant", error(portal(b).refresh(token)));
        for (Browser browser : load.signedIn) assertTrue(isSignedIn(browser.at(b)));
        for (Browser browser : load.signedOut) assertFalse(isSignedIn(browser.at(b)));
        await("the other node tells the application", () -> !board.about(session)
                .isEmpty());
        await("no notice is left", () -> Database.number("select count(*) from logout_notice") == 0);
        assertEquals(1, board.about(session).size());
        assertNotEquals(503, b.get("/ops/health/ready").statusCode());
    }

    private static int successes(Request request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                GatehouseSystem node = i % 2 == 0 ? a : b;
                calls.add(() -> request.at(node).statusCode());
            }
            int successes = 0;
            for (Future<Integer> call : threads.invokeAll(calls)) {
                if (call.get() == 200) successes++;
                else assertEquals(400, call.get());
            }
            return successes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Application portal(GatehouseSystem node) {
        return Application.of(node, "portal", SECRET, REDIRECT);
    }

    private static Browser signedIn(GatehouseSystem node) {
        Browser browser = node.browser();
        browser.signIn(FakeWallet.create());
        return browser;
    }

    private static boolean isSignedIn(Browser browser) {
        return browser.get("/api/me").statusCode() == 200;
    }

    private static String error(HttpResponse<String> answer) {
        return json(answer).getString("error", "none");
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst(".*" + Node.PATH, "");
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError(what + ": not within 40 seconds");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private interface Request {
        HttpResponse<String> at(GatehouseSystem node);
    }
}
