package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gatehouse.idena.node.IdenaState;
import org.junit.jupiter.api.Test;

/** Another application, a WAR of its own with nothing but MicroProfile JWT, reads who someone is and what they may do. */
interface DownstreamTopic extends Topic {
    @Test
    default void theApplicationLetsAHumanIn() {
        FakeWallet wallet = FakeWallet.create();
        String token = token(wallet, IdenaState.HUMAN);
        HttpResponse<String> answer = demo("/api/humans", token);
        assertEquals(200, answer.statusCode());
        assertEquals("Welcome, " + address(wallet), GatehouseSystem.json(answer).getString("message"));
        assertTrue(GatehouseSystem.json(demo("/api/me", token))
                .getJsonArray("groups")
                .toString()
                .contains("Human"));
    }

    @Test
    default void theApplicationRefusesANewbieWhereItAsksForAHuman() {
        String token = token(FakeWallet.create(), IdenaState.NEWBIE);
        assertEquals(200, demo("/api/me", token).statusCode());
        assertEquals(403, demo("/api/humans", token).statusCode());
    }

    @Test
    default void whoHasNoIdentityHasNoGroup() {
        String token = token(FakeWallet.create(), IdenaState.UNDEFINED);
        assertEquals(0, claims(token).getJsonArray("groups").size());
        assertEquals(403, demo("/api/me", token).statusCode());
    }

    @Test
    default void theApplicationRefusesEveryTokenThatIsNotForIt() {
        FakeWallet wallet = FakeWallet.create();
        Browser browser = signedIn(wallet, IdenaState.HUMAN);
        String token = Application.demo(gatehouse()).accessToken(browser);
        int dot = token.lastIndexOf('.');
        String[] claims = token.split("\\.", 3);
        String otherPerson = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims(token)
                        .toString()
                        .replace(address(wallet), address(FakeWallet.create()))
                        .getBytes(StandardCharsets.UTF_8));
        int nobody = new GatehouseSystem(TestBed.demoUrl()).get("/api/humans").statusCode();
        assertTrue(nobody == 401 || nobody == 403, "WildFly says 403 where there is no token: " + nobody);
        refused(
                "another audience's",
                demo("/api/humans", Application.own(gatehouse()).accessToken(browser)));
        refused(
                "changed signature",
                demo("/api/humans", token.substring(0, dot + 1) + "AAAA" + token.substring(dot + 5)));
        refused("changed claims", demo("/api/humans", claims[0] + "." + otherPerson + "." + claims[2]));
        refused("garbage", demo("/api/humans", "garbage"));
    }

    /** An ID token says to the client who signed in; it is signed by the same key and must not open an API (RFC 8725 section 3.12). */
    @Test
    default void theApplicationRefusesAnIdToken() {
        Browser browser = signedIn(FakeWallet.create(), IdenaState.HUMAN);
        JsonObject tokens = Application.demo(gatehouse()).signIn(browser);
        assertEquals("demo-api", claims(tokens.getString("access_token")).getString("aud"));
        assertEquals(200, demo("/api/humans", tokens.getString("access_token")).statusCode());
        refused("an ID token", demo("/api/humans", tokens.getString("id_token")));
        refused("an ID token", demo("/api/me", tokens.getString("id_token")));
    }

    @Test
    default void anExpiredTokenIsRefusedByTheApplicationAndByUs() {
        assumeTrue(Database.isPostgresql(), "the key of the server under test is taken from its PostgreSQL");
        Browser browser = signedIn(FakeWallet.create(), IdenaState.HUMAN);
        String forDemo = Application.demo(gatehouse()).accessToken(browser);
        assertEquals(
                200,
                demo("/api/humans", OldTokens.before(forDemo, Duration.ofMinutes(1)))
                        .statusCode());
        refused("expired", demo("/api/humans", OldTokens.before(forDemo, Duration.ofHours(1))));
        String forUs = Application.own(gatehouse()).accessToken(browser);
        String valid = "Bearer " + OldTokens.before(forUs, Duration.ofMinutes(1));
        assertEquals(200, gatehouse().get("/api/me", "Authorization", valid).statusCode());
        String expired = "Bearer " + OldTokens.before(forUs, Duration.ofHours(1));
        assertEquals(401, gatehouse().get("/api/me", "Authorization", expired).statusCode());
    }

    @Test
    default void theTokenSaysWhatMicroProfileJwtAsksFor() {
        FakeWallet wallet = FakeWallet.create();
        Browser browser = signedIn(wallet, IdenaState.VERIFIED);
        JsonObject claims = claims(Application.demo(gatehouse()).accessToken(browser));
        assertEquals(gatehouse().url(), claims.getString("iss"));
        assertEquals(GatehouseSystem.json(browser.get("/api/me")).getString("sub"), claims.getString("sub"));
        assertEquals(address(wallet), claims.getString("upn"));
        assertEquals("idena:mainnet:" + address(wallet), claims.getString("wallet"));
        assertEquals("Verified", claims.getJsonObject("idena").getString("state"));
        assertEquals("[\"Verified\"]", claims.getJsonArray("groups").toString());
        assertTrue(claims.containsKey("jti") && claims.containsKey("nbf") && claims.containsKey("auth_time"));
        assertEquals(600, claims.getInt("exp") - claims.getInt("iat"));
        assertFalse(claims.toString().contains("gatehouse_"));
    }

    @Test
    default void keysAreForEveryoneAndHoldNothingPrivate() {
        HttpResponse<String> answer = gatehouse().get("/oauth2/jwks");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Cache-Control").orElse("").contains("max-age=300"));
        JsonArray keys = GatehouseSystem.json(answer).getJsonArray("keys");
        assertEquals(2, keys.size(), "one for each algorithm");
        for (int i = 0; i < keys.size(); i++) {
            Set<String> members = keys.getJsonObject(i).keySet();
            assertTrue(members.containsAll(Set.of("kid", "kty", "alg", "use")), members.toString());
            for (String secret : new String[] {"d", "p", "q", "dp", "dq", "qi", "k", "oth"})
                assertFalse(members.contains(secret));
        }
    }

    @Test
    default void whileIdenaIsAwayPeopleSignInAndHaveNoPrivileges() {
        Idena.away(() -> {
            FakeWallet wallet = FakeWallet.create();
            Browser browser = gatehouse().browser();
            browser.signIn(wallet);
            JsonObject claims = claims(Application.demo(gatehouse()).accessToken(browser));
            assertEquals(0, claims.getJsonArray("groups").size());
            assertFalse(claims.containsKey("idena"));
            assertTrue(browser.get("/").body().contains(address(wallet)));
        });
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (claims(token(FakeWallet.create(), IdenaState.HUMAN))
                .getJsonArray("groups")
                .isEmpty()) {
            assertTrue(System.nanoTime() < end, "the network is asked again when it is back");
        }
    }

    private Browser signedIn(FakeWallet wallet, IdenaState state) {
        Idena.person(wallet.address(), state);
        Browser browser = gatehouse().browser();
        browser.signIn(wallet);
        return browser;
    }

    private String token(FakeWallet wallet, IdenaState state) {
        return Application.demo(gatehouse()).accessToken(signedIn(wallet, state));
    }

    private HttpResponse<String> demo(String path, String token) {
        return new GatehouseSystem(TestBed.demoUrl()).get(path, "Authorization", "Bearer " + token);
    }

    private static void refused(String what, HttpResponse<String> answer) {
        assertEquals(401, answer.statusCode(), what);
    }

    private static String address(FakeWallet wallet) {
        return org.gatehouse.wallet.Address.parse(wallet.address()).toString();
    }

    private static JsonObject claims(String token) {
        String json = new String(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]), StandardCharsets.UTF_8);
        return Json.createReader(new StringReader(json)).readObject();
    }
}
