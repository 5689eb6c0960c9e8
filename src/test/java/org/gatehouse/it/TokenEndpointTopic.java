package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.idena.node.IdenaState;
import org.junit.jupiter.api.Test;

/** What applications do with codes and tokens, over HTTP. */
interface TokenEndpointTopic extends Topic {
    /** The key of the client {@code signed}, for tests alone. */
    String KEY =
            "{\"kty\":\"EC\",\"d\":\"q5lExOLxxH7G5Srcx_HEhJNB99Lo6L1rlUViiQXHDsA\",\"crv\":\"P-256\",\"kid\":\"signed-1\","
                    + "\"x\":\"Aix4Pio0gUyltTf1OoNLRi4c3LPuA6OTLeXdgvOrDXg\",\"y\":\"urXtmAgIN5uKvSevPujwbuHC9F4lGaULqoK84knC_6A\"}";

    @Test
    default void anApplicationLearnsWhoSignedInTheSameWayEverywhere() {
        Browser browser = signedInAs(IdenaState.HUMAN);
        JsonObject answer = portal().signIn(browser, "nonce", "a-nonce");
        JsonObject id = Application.claims(answer.getString("id_token"));
        JsonObject access = Application.claims(answer.getString("access_token"));
        JsonObject userinfo = json(portal().userinfo(answer.getString("access_token")));
        assertEquals("Bearer", answer.getString("token_type"));
        assertEquals(600, answer.getInt("expires_in"));
        assertEquals("openid profile", answer.getString("scope"));
        assertEquals("portal", id.getString("aud"));
        assertEquals("a-nonce", id.getString("nonce"));
        assertEquals("id", id.getString("token_use"));
        assertEquals(access.getString("sid"), id.getString("sid"));
        assertFalse(id.getString("at_hash").isEmpty());
        for (String claim : Set.of("sub", "groups", "preferred_username", "wallet", "idena")) {
            assertEquals(id.get(claim), userinfo.get(claim), claim);
            assertEquals(id.get(claim), access.get(claim), claim);
        }
        assertEquals("[\"Human\"]", userinfo.getJsonArray("groups").toString());
    }

    @Test
    default void aClientsTokensAreAsItIsRegistered() {
        Application app =
                Application.of(gatehouse(), "portal-es", "the-es-portals-secret", "https://portal-es.example/callback");
        String token = app.accessToken(signedInAs(IdenaState.HUMAN));
        JsonObject header = Application.header(token);
        assertEquals("ES256", header.getString("alg"));
        assertEquals("at+jwt", header.getString("typ"));
        assertEquals(gatehouse().url() + "/oauth2/jwks", header.getString("jku"));
        JsonObject claims = Application.claims(token);
        assertEquals("https://portal-es.example/api", claims.getString("aud"));
        assertEquals("[\"Human\"]", claims.getJsonArray("roles").toString());
        assertFalse(claims.containsKey("groups"));
        assertEquals(claims.get("roles"), json(app.userinfo(token)).get("roles"));
    }

    @Test
    default void aSecondUseOfACodeTakesBackWhatTheFirstGave() {
        String code = spa().code(signedInAs(IdenaState.HUMAN));
        JsonObject answer = json(spa().redeem(code));
        assertError("invalid_grant", 400, spa().redeem(code));
        assertEquals(401, spa().userinfo(answer.getString("access_token")).statusCode());
        assertError("invalid_grant", 400, spa().refresh(answer.getString("refresh_token")));
    }

    @Test
    default void aRefreshTokenThatComesTwiceEndsTheFamily() {
        JsonObject first = spa().signIn(signedInAs(IdenaState.HUMAN));
        JsonObject second = json(spa().refresh(first.getString("refresh_token")));
        assertNotEquals(first.getString("refresh_token"), second.getString("refresh_token"));
        assertFalse(Application.claims(second.getString("id_token")).containsKey("nonce"));
        assertError("invalid_grant", 400, spa().refresh(first.getString("refresh_token")));
        assertError("invalid_grant", 400, spa().refresh(second.getString("refresh_token")));
        assertEquals(401, spa().userinfo(second.getString("access_token")).statusCode());
    }

    @Test
    default void groupsFollowThePersonAtEachRefresh() {
        FakeWallet wallet = FakeWallet.create();
        Idena.person(wallet.address(), IdenaState.HUMAN);
        Browser browser = gatehouse().browser();
        browser.signIn(wallet);
        JsonObject answer = spa().signIn(browser);
        JsonObject next = json(spa().refresh(answer.getString("refresh_token"), "scope", "openid"));
        assertEquals("openid", next.getString("scope"));
        JsonObject id = Application.claims(next.getString("id_token"));
        assertFalse(id.containsKey("preferred_username"), "narrowed");
        assertEquals("[\"Human\"]", id.getJsonArray("groups").toString());
        assertError("invalid_scope", 400, spa().refresh(next.getString("refresh_token"), "scope", "offline_access"));
        assertEquals(
                "openid profile",
                json(spa().refresh(next.getString("refresh_token"))).getString("scope"),
                "narrowing holds for one answer");
    }

    @Test
    default void aSignOutEndsWhatWasNotMeantToOutliveIt() {
        Browser browser = signedInAs(IdenaState.HUMAN);
        Application telephone = Application.of(gatehouse(), "offline", null, "https://offline.example/callback");
        JsonObject here = spa().signIn(browser);
        JsonObject away = telephone.signIn(browser, "scope", "openid offline_access");
        browser.post("/signout", "");
        assertError("invalid_grant", 400, spa().refresh(here.getString("refresh_token")));
        assertEquals(401, spa().userinfo(here.getString("access_token")).statusCode());
        assertEquals(200, telephone.refresh(away.getString("refresh_token")).statusCode());
    }

    @Test
    default void aClientTakesBackAndAsksAboutItsOwnTokensAlone() {
        Browser browser = signedInAs(IdenaState.HUMAN);
        JsonObject answer = portal().signIn(browser);
        String access = answer.getString("access_token");
        String refresh = answer.getString("refresh_token");
        JsonObject active = json(portal().introspect(access));
        assertTrue(active.getBoolean("active"));
        assertEquals("portal", active.getString("client_id"));
        assertEquals("Bearer", active.getString("token_type"));
        assertTrue(json(portal().introspect(refresh)).getBoolean("active"));
        for (String other : new String[] {access, refresh}) {
            assertEquals("{\"active\":false}", lax().introspect(other).body());
            assertError("invalid_grant", 400, lax().revoke(other));
        }
        assertError("invalid_client", 401, spa().introspect(access));
        for (String none : new String[] {"x", "a.b.c", answer.getString("id_token")}) {
            assertEquals("{\"active\":false}", portal().introspect(none).body(), none);
            assertEquals(200, portal().revoke(none).statusCode(), none);
        }
        assertEquals(200, portal().revoke(refresh).statusCode());
        assertEquals("{\"active\":false}", portal().introspect(access).body());
        assertError("invalid_grant", 400, portal().refresh(refresh));
        assertEquals(401, portal().userinfo(access).statusCode());
    }

    @Test
    default void aWrongClientIsRefusedAndSpoilsNothing() {
        String code = portal().code(signedInAs(IdenaState.HUMAN));
        Application thief = Application.of(gatehouse(), "portal", "not-the-secret", "https://portal.example/callback");
        HttpResponse<String> refused = thief.redeem(code);
        assertError("invalid_client", 401, refused);
        assertTrue(refused.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic"));
        assertError(
                "invalid_client",
                401,
                Application.of(gatehouse(), "nobody", null, "https://x.example").redeem(code));
        assertError(
                "invalid_client",
                401,
                Application.of(gatehouse(), "portal", null, "https://x.example").redeem(code));
        assertError("invalid_grant", 400, spa().redeem(code));
        assertEquals(
                200,
                portal().redeem(
                                code,
                                "code_verifier",
                                Application.VERIFIER,
                                "client_id",
                                "portal",
                                "client_secret",
                                PORTAL_SECRET)
                        .statusCode(),
                "client_secret_post");
    }

    @Test
    default void aClientThatSignsIsKnownByItsKeyOnceForEachAssertion() {
        Application app = Application.of(gatehouse(), "signed", null, "https://signed.example/callback");
        Browser browser = signedInAs(IdenaState.HUMAN);
        String assertion = assertion("signed", gatehouse().url() + "/oauth2/token");
        String type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
        String[] good = {
            "code_verifier", Application.VERIFIER, "client_assertion_type", type, "client_assertion", assertion
        };
        assertEquals(200, app.redeem(app.code(browser), good).statusCode());
        assertError("invalid_client", 401, app.redeem(app.code(browser), good));
        assertError(
                "invalid_client",
                401,
                app.redeem(
                        app.code(browser),
                        "client_assertion_type",
                        type,
                        "client_assertion",
                        assertion("signed", "https://else.example")));
    }

    @Test
    default void badTokenRequestsAreAnsweredAsTheSpecificationNamesThem() {
        assertError("invalid_request", 400, token("client_id=spa"));
        assertError(
                "invalid_request", 400, token("grant_type=authorization_code&grant_type=refresh_token&client_id=spa"));
        assertError("unsupported_grant_type", 400, token("grant_type=password&client_id=spa"));
        assertError("invalid_request", 400, token("grant_type=authorization_code&client_id=spa"));
        assertError("invalid_request", 400, token("grant_type=refresh_token&client_id=spa"));
        assertError("invalid_grant", 400, token("grant_type=refresh_token&refresh_token=x&client_id=spa"));
        assertError("invalid_client", 401, token("grant_type=refresh_token&refresh_token=x"));
        assertError("invalid_request", 400, token("grant_type=refresh_token&refresh_token=" + "x".repeat(40_000)));
        assertError("invalid_request", 400, token("client_id=spa&client_secret=x&client_assertion=y&grant_type=z"));
        assertEquals(405, gatehouse().get("/oauth2/token").statusCode());
        HttpResponse<String> json = gatehouse()
                .send(gatehouse()
                        .request("/oauth2/token")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")));
        assertError("invalid_request", 400, json);
    }

    @Test
    default void userinfoSaysInTheHeaderWhatIsWrong() {
        HttpResponse<String> nothing = gatehouse().get("/oauth2/userinfo");
        assertEquals(401, nothing.statusCode());
        assertFalse(challenge(nothing).contains("error"));
        HttpResponse<String> wrong = spa().userinfo("x");
        assertEquals(401, wrong.statusCode());
        assertTrue(challenge(wrong).contains("error=\"invalid_token\""));
        JsonObject answer = spa().signIn(signedInAs(IdenaState.HUMAN));
        assertEquals(401, spa().userinfo(answer.getString("id_token")).statusCode());
        HttpResponse<String> form = gatehouse()
                .send(gatehouse()
                        .request("/oauth2/userinfo")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("access_token=" + answer.getString("access_token"))));
        assertEquals(200, form.statusCode());
    }

    @Test
    default void discoveryNamesWhatIsThere() {
        HttpResponse<String> response = gatehouse().get("/.well-known/openid-configuration");
        JsonObject document = json(response);
        assertEquals(gatehouse().url(), document.getString("issuer"));
        assertEquals(
                "[\"S256\"]",
                document.getJsonArray("code_challenge_methods_supported").toString());
        assertEquals(
                "*",
                response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        assertEquals(
                response.body(),
                gatehouse().get("/.well-known/oauth-authorization-server").body());
        assertEquals(404, gatehouse().get("/.well-known/nothing").statusCode());
    }

    @Test
    default void pagesOfAnyOriginMayCallWhatLooksAtNoCookie() {
        for (String path : Set.of("/oauth2/token", "/oauth2/userinfo", "/oauth2/revoke", "/oauth2/jwks")) {
            HttpResponse<String> asked = gatehouse()
                    .send(gatehouse()
                            .request(path)
                            .header("Origin", "https://spa.example")
                            .header("Access-Control-Request-Method", "POST")
                            .header("Access-Control-Request-Headers", "authorization")
                            .method("OPTIONS", BodyPublishers.noBody()));
            assertEquals(204, asked.statusCode(), path);
            assertEquals(
                    "*",
                    asked.headers().firstValue("Access-Control-Allow-Origin").orElse(""),
                    path);
            assertTrue(asked.headers()
                    .firstValue("Access-Control-Allow-Headers")
                    .orElse("")
                    .contains("Authorization"));
            assertTrue(asked.headers()
                    .firstValue("Access-Control-Allow-Credentials")
                    .isEmpty());
        }
        assertTrue(gatehouse()
                .get("/oauth2/introspect")
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .isEmpty());
    }

    /** The secret of the client {@code portal}. */
    String PORTAL_SECRET = "the-portals-secret:+100%";

    private Application spa() {
        return Application.of(gatehouse(), "spa", null, "https://spa.example/callback");
    }

    private Application portal() {
        return Application.of(gatehouse(), "portal", PORTAL_SECRET, "https://portal.example/callback");
    }

    private Application lax() {
        return Application.of(gatehouse(), "lax", "the-older-portals-secret", "https://lax.example/callback");
    }

    private Browser signedInAs(IdenaState state) {
        FakeWallet wallet = FakeWallet.create();
        Idena.person(wallet.address(), state);
        Browser browser = gatehouse().browser();
        browser.signIn(wallet);
        return browser;
    }

    private HttpResponse<String> token(String form) {
        return gatehouse()
                .send(gatehouse()
                        .request("/oauth2/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private static String assertion(String client, String audience) {
        try {
            JWTClaimsSet claims = new JWTClaimsSet.Builder()
                    .issuer(client)
                    .subject(client)
                    .audience(audience)
                    .jwtID(UUID.randomUUID().toString())
                    .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                    .build();
            SignedJWT assertion = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("signed-1").build(), claims);
            assertion.sign(new ECDSASigner(ECKey.parse(KEY)));
            return assertion.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(HttpResponse<String> response) {
        return response.headers().firstValue("WWW-Authenticate").orElse("");
    }

    private static void assertError(String error, int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(error, json(response).getString("error"));
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
    }
}
