package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What somebody tries who is not the person with the wallet. Each call gets the exact answer, none fails, and none leaves a row. */
interface LwsAttacksTopic extends Topic {
    String LWS = "https://lws.example";

    /** The calls that take a wallet token. */
    List<String> WALLET_CALLS = List.of(
            "POST /users",
            "POST /lws_users",
            "POST /users/file",
            "POST /users/files",
            "GET /users/token",
            "GET /auth/token",
            "GET /users/token?meta=%7B%7D");

    @Test
    default void noTokenOfAnotherKindPassesForAWalletToken() {
        Prepared prepared = Prepared.of(gatehouse());
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        for (String call : WALLET_CALLS) {
            prepared.others()
                    .forEach((what, token) -> wrong.addAll(
                            wrong(call + " with " + what, "401 token_invalid", walletCall(call, "Bearer " + token))));
            wrong.addAll(wrong(call + " without a token", "400 token_missing", walletCall(call, null)));
            for (String header : List.of("Bearer", "Bearer ", "Basic YTpi", prepared.wallet()))
                wrong.addAll(wrong(call + " with " + header, "401 token_invalid", walletCall(call, header)));
        }
        assertNothing(wrong, before);
    }

    @Test
    default void noTokenOfAnotherKindPassesForAChallengeToken() {
        Prepared prepared = Prepared.of(gatehouse());
        String signature = prepared.key().sign(SelfkeyWallet.text(prepared.challenge()));
        String body = GatehouseSystem.object("signature", signature);
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        for (String path : List.of("/auth/challenge", "/auth/challenge/", "/auth/challenge-response")) {
            Map<String, String> tokens = new TreeMap<>(prepared.others());
            tokens.remove("a challenge token");
            tokens.put("a wallet token", prepared.wallet());
            tokens.putAll(ForgedTokens.of(prepared.challenge(), prepared.publicKey()));
            tokens.put("another client's", prepared.challengeOfAnother());
            tokens.forEach((what, token) ->
                    wrong.addAll(wrong(path + " with " + what, "401 token_invalid", post("lws", path, token, body))));
            wrong.addAll(wrong(path, "400 token_missing", post("lws", path, null, body)));
        }
        assertNothing(wrong, before);
    }

    /** SelfKey's own demonstration takes an unsigned challenge token here, which anyone may fetch for anyone. */
    @Test
    default void noTokenOfAnotherKindPassesForAUserToken() {
        Prepared prepared = Prepared.of(gatehouse());
        LwsSite page = LwsSite.of(gatehouse(), "lws", LWS);
        Map<String, String> tokens = new TreeMap<>(prepared.others());
        tokens.remove("a user token");
        tokens.put("a wallet token", prepared.wallet());
        ForgedTokens.of(prepared.user(), prepared.publicKey())
                .forEach((what, token) -> tokens.put("user, " + what, token));
        tokens.put("a user token of another client", prepared.userOfAnother());
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        tokens.forEach((what, token) -> {
            for (String member : List.of("token", "jwt")) {
                HttpResponse<String> answer = page.logIn(GatehouseSystem.object(member, token));
                if (!LwsAnswer.of(answer).equals("401 token_invalid")) wrong.add(what + ": " + LwsAnswer.of(answer));
                if (!LwsSite.redirectTo(answer).startsWith(gatehouse().url() + "/signin"))
                    wrong.add(what + " leads to " + LwsSite.redirectTo(answer));
            }
        });
        assertNothing(wrong, before);
        assertEquals(
                "200",
                LwsAnswer.of(page.logIn(GatehouseSystem.object("token", prepared.user()))),
                "nothing is used up");
    }

    @Test
    default void noTokenOfThisProtocolOpensAnythingElseOfOurs() {
        Prepared prepared = Prepared.of(gatehouse());
        Application lws = Application.of(gatehouse(), "lws", "the-secret-of-lws", LWS + "/callback");
        Map<String, String> tokens =
                Map.of("challenge", prepared.challenge(), "wallet", prepared.wallet(), "user", prepared.user());
        tokens.forEach((what, token) -> {
            String bearer = "Bearer " + token;
            assertEquals(
                    401, gatehouse().get("/api/me", "Authorization", bearer).statusCode(), what);
            assertEquals(
                    401,
                    gatehouse().get("/oauth2/userinfo", "Authorization", bearer).statusCode(),
                    what);
            assertFalse(json(lws.introspect(token)).getBoolean("active"), what);
            assertEquals(400, lws.refresh(token).statusCode(), what);
            assertTrue(gatehouse().api("POST", "/api/me/sign-out", token, "").statusCode() == 401, what);
        });
    }

    @Test
    default void aChallengeIsForTheWalletThatItNames() {
        SelfkeyWallet victim = SelfkeyWallet.create();
        SelfkeyWallet thief = SelfkeyWallet.create();
        Map<String, Long> before = Database.rows();
        for (String id : List.of(victim.did(), victim.publicKey(), victim.address())) {
            String challenge = SelfkeyWallet.jwt(SelfkeyWallet.get(gatehouse(), "lws", "/auth/challenge/" + id));
            String signature = thief.sign(SelfkeyWallet.text(challenge));
            List<String> bodies = List.of(
                    "{\"signature\":\"" + signature + "\"}",
                    "{\"signature\":{\"value\":\"" + signature + "\",\"keyId\":\"" + victim.did() + "#keys-1\"}}",
                    "{\"signature\":{\"value\":\"" + signature + "\",\"keyId\":\"" + thief.did() + "#keys-1\"}}");
            for (String body : bodies) {
                HttpResponse<String> answer = SelfkeyWallet.reply(gatehouse(), "lws", challenge, body);
                assertEquals("422 signature_invalid", LwsAnswer.of(answer), body);
            }
        }
        assertEquals(Map.of(), Database.more(before, Set.of()));
    }

    /** A page of a stranger that shows a challenge of ours: the wallet says whose page asked. */
    @Test
    default void aStrangersPageIsRefusedAtEachCall() {
        Prepared prepared = Prepared.of(gatehouse());
        SelfkeyWallet key = SelfkeyWallet.create();
        String body =
                GatehouseSystem.object("signature", prepared.key().sign(SelfkeyWallet.text(prepared.challenge())));
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        List<String> strangers = List.of(
                "https://phishing.example",
                "https://lws.example.evil.example",
                "http://lws.example",
                "https://lws.example:444",
                "null",
                "https://members.example");
        for (String origin : strangers) {
            wrong.addAll(wrong(
                    origin + " asks",
                    "403 forbidden",
                    from(origin, "/auth/challenge/" + key.did()).GET()));
            wrong.addAll(wrong(
                    origin + " asks for anyone",
                    "403 forbidden",
                    from(origin, "/auth/challenge").GET()));
            wrong.addAll(wrong(
                    origin + " replies",
                    "403 forbidden",
                    from(origin, "/auth/challenge")
                            .header("Authorization", "Bearer " + prepared.challenge())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))));
            for (String call : WALLET_CALLS) {
                HttpRequest.Builder request = walletCall(call, "Bearer " + prepared.wallet());
                wrong.addAll(wrong(origin + ": " + call, "403 forbidden", request.setHeader("Origin", origin)));
            }
            HttpResponse<String> login = gatehouse()
                    .send(from(origin, "/login")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(GatehouseSystem.object("token", prepared.user()))));
            if (!LwsAnswer.of(login).equals("403 forbidden")) wrong.add(origin + " logs in: " + LwsAnswer.of(login));
            HttpResponse<String> preflight = gatehouse()
                    .send(from(origin, "/login")
                            .header("Access-Control-Request-Method", "POST")
                            .header("Access-Control-Request-Headers", "content-type")
                            .method("OPTIONS", BodyPublishers.noBody()));
            for (HttpResponse<String> answer : List.of(login, preflight))
                if (answer.headers().firstValue("Access-Control-Allow-Origin").isPresent())
                    wrong.add(origin + " may read the answer");
        }
        assertNothing(wrong, before);
    }

    /** Case 4 of SelfKey's guide: the client's server is shown its visitors' wallet tokens. */
    @Test
    default void aClientsOwnServerAddsNoWalletWithItsVisitorsTokens() {
        LwsPage ours = LwsPage.own(gatehouse());
        LwsPage page = new LwsPage(gatehouse(), "lws", ours.origin());
        SelfkeyWallet visitor = SelfkeyWallet.create();
        Browser servers = gatehouse().browser();
        servers.signIn(FakeWallet.create());
        servers.post("/signin/link", "");
        servers.get("/signin");
        String walletToken = visitor.walletToken(gatehouse(), "lws");
        for (String origin : List.of(ours.origin(), "IDW")) {
            HttpRequest.Builder fetch = from(origin, "/users/token").header("Authorization", "Bearer " + walletToken);
            String token = json(gatehouse().send(fetch.GET())).getString("token");
            assertEquals("401 token_invalid", LwsAnswer.of(page.handIn(token, servers)));
        }
        assertEquals(
                1, json(servers.get("/api/me/wallets")).getJsonArray("wallets").size());
    }

    @Test
    default void hugeDeepAndBrokenBodiesAreRefused() {
        Prepared prepared = Prepared.of(gatehouse());
        String deep = "{\"attributes\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        String huge = "{\"attributes\":[],\"x\":\"" + "a".repeat(20_000_000) + "\"}";
        Map<String, String> broken = Map.of(
                "nothing",
                "",
                "no JSON",
                "a",
                "an array",
                "[]",
                "a text",
                "\"a\"",
                "half",
                "{\"attributes\":[",
                "null",
                "null",
                "deep",
                deep);
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        List<String> calls = List.of("/auth/challenge", "/auth/challenge-response", "/users", "/login");
        for (String path : calls) {
            String token = path.startsWith("/auth") ? prepared.challenge() : prepared.wallet();
            broken.forEach((what, body) -> wrong.addAll(
                    wrong(path + " with " + what, deepIsLarge(path, what), post("lws", path, token, body))));
            wrong.addAll(wrong(path + ", huge", "413 too_large", post("lws", path, token, huge)));
        }
        assertNothing(wrong, before);
    }

    /** A small call is refused for its size before its form is looked at. */
    private static String deepIsLarge(String path, String what) {
        return what.equals("deep") && !path.equals("/users") ? "413 too_large" : "400 bad_request";
    }

    @Test
    default void wrongNamesOfWalletsAreRefusedWithASentence() {
        String eth = "did:eth:0x" + "a".repeat(40);
        List<String> names = List.of(
                "not-a-did",
                "did:eth:not-hex",
                "did:eth:0x",
                eth + "0",
                eth.substring(0, eth.length() - 1),
                "did:key:0x" + "a".repeat(40),
                "0x" + "0".repeat(128),
                "0x04" + "f".repeat(128),
                "0x05" + "1".repeat(128),
                "0x02" + "f".repeat(64),
                "0x" + "a".repeat(41),
                "a".repeat(2_000),
                "%00",
                "did:eth:0x%00" + "a".repeat(38),
                "did:selfkey:0x1",
                "did%3Aeth%3Azz",
                "%E0%A4",
                "..%2F..");
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        for (String name : names) {
            HttpResponse<String> answer = SelfkeyWallet.get(gatehouse(), "lws", "/auth/challenge/" + name);
            boolean server = answer.statusCode() == 400 || answer.statusCode() == 404;
            boolean odd = name.contains("%") && server;
            if (!odd && !LwsAnswer.of(answer).equals("422 invalid_key")) wrong.add(name + ": " + LwsAnswer.of(answer));
        }
        assertNothing(wrong, before);
    }

    @Test
    default void whatIsNotThereIsNotFound() {
        Prepared prepared = Prepared.of(gatehouse());
        List<String> wrong = new ArrayList<>();
        for (String client : List.of("nobody", "demo", "closed", "LWS")) {
            for (String path : List.of(
                    "/auth/challenge", "/auth/challenge/" + prepared.key().did(), "/users/token"))
                wrong.addAll(wrong(
                        client + path,
                        "404 not_found",
                        SelfkeyWallet.request(gatehouse(), client, path)
                                .header("Authorization", "Bearer " + prepared.wallet())));
        }
        for (String path : List.of("", "/", "/auth", "/nothing", "/users/nothing"))
            wrong.addAll(wrong(path, "404 not_found", SelfkeyWallet.request(gatehouse(), "lws", path)));
        assertEquals(List.of(), wrong);
    }

    @Test
    default void of200RepliesAtOnceExactlyOneGivesAWalletToken() {
        for (LwsVersion version : List.of(LwsVersion.V1_4_3, LwsVersion.V2_1_3)) {
            LwsWallet wallet = LwsWallet.create(version);
            LwsSite page = LwsSite.of(gatehouse(), "lws", LWS);
            String challenge = wallet.challenge(page);
            HttpRequest.Builder reply = wallet.reply(page, challenge);
            assertEquals(
                    Map.of("200", 1, "401 token_invalid", 199),
                    AtOnce.outcomes(200, () -> LwsAnswer.of(GatehouseSystem.exchange(reply.copy()))));
            assertEquals("401 token_invalid", LwsAnswer.of(GatehouseSystem.exchange(reply.copy())));
        }
    }

    @Test
    default void of200LoginsAtOnceWithOneUserTokenExactlyOneSucceedsAndItsAddressOpensOnce() {
        LwsSite page = LwsSite.of(gatehouse(), "lws", LWS);
        String payload = LwsWallet.create().logIn(page);
        List<String> addresses = Collections.synchronizedList(new ArrayList<>());
        assertEquals(Map.of("200", 1, "401 token_invalid", 199), AtOnce.outcomes(200, () -> {
            HttpResponse<String> answer = page.logIn(payload);
            if (answer.statusCode() == 200) addresses.add(LwsSite.redirectTo(answer));
            return LwsAnswer.of(answer);
        }));
        Map<String, Integer> sessions = AtOnce.outcomes(200, () -> {
            Browser browser = gatehouse().browser();
            page.open(browser, addresses.get(0));
            return browser.cookie("gatehouse_session").isPresent() ? "session" : "none";
        });
        assertEquals(Map.of("session", 1, "none", 199), sessions);
    }

    @Test
    default void of50SignUpsOfOnePersonAtOnceNoneFails() {
        LwsSite page = LwsSite.of(gatehouse(), "members", LwsVersionsTopic.MEMBERS);
        LwsWallet wallet = LwsWallet.create();
        String token = wallet.establish(page);
        assertEquals(Map.of("done", 200), AtOnce.outcomes(200, () -> {
            wallet.postUsers(page, token, LwsSite.attributes("jane@example.org"));
            return "done";
        }));
        assertEquals(
                "jane@example.org",
                Application.claims(LwsSite.token(wallet.logIn(page))).getString("email"));
    }

    private HttpRequest.Builder walletCall(String call, @Nullable String authorization) {
        String path = call.split(" ", 2)[1];
        HttpRequest.Builder request = SelfkeyWallet.request(gatehouse(), "lws", path);
        if (authorization != null) request.header("Authorization", authorization);
        if (call.startsWith("GET")) return request.GET();
        if (path.contains("file")) {
            return new FormData()
                    .file("document", "a.png", "image/png", LwsDocument.PASSPORT.content())
                    .post(request);
        }
        return request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"attributes\":[],\"meta\":{}}"));
    }

    private HttpRequest.Builder post(String client, String path, @Nullable String token, String body) {
        HttpRequest.Builder request = SelfkeyWallet.request(gatehouse(), client, path);
        if (path.equals("/login")) request.setHeader("Origin", LWS);
        if (token != null) request.header("Authorization", "Bearer " + token);
        return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder from(String origin, String path) {
        return SelfkeyWallet.request(gatehouse(), "lws", path).setHeader("Origin", origin);
    }

    private List<String> wrong(String what, String outcome, HttpRequest.Builder request) {
        HttpResponse<String> answer = gatehouse().send(request);
        boolean right = LwsAnswer.of(answer).equals(outcome);
        return right ? List.of() : List.of(what + ": " + LwsAnswer.of(answer) + ", not " + outcome);
    }

    private static void assertNothing(List<String> wrong, Map<String, Long> before) {
        assertEquals("", String.join("\n", wrong), wrong.size() + " calls");
        assertEquals(Map.of(), Database.more(before, Set.of()));
    }

    /**
     * Good tokens of a person, and others.
     *
     * @param others tokens that are no wallet tokens of this client, by what they are; a challenge and a user token among them
     */
    record Prepared(
            SelfkeyWallet key,
            String challenge,
            String challengeOfAnother,
            String wallet,
            String user,
            String userOfAnother,
            Map<String, String> others,
            JWK publicKey) {
        static Prepared of(GatehouseSystem gatehouse) {
            SelfkeyWallet key = SelfkeyWallet.create();
            LwsWallet wallet = new LwsWallet(LwsVersion.V2_1_3, key);
            LwsSite page = LwsSite.of(gatehouse, "lws", LWS);
            LwsSite another = LwsSite.of(gatehouse, "lws-rs256", "https://lws-rs256.example");
            String challenge = wallet.challenge(page);
            String walletToken = wallet.establish(page);
            String user = LwsSite.token(wallet.logIn(page));
            Browser browser = gatehouse.browser();
            browser.signIn(FakeWallet.create());
            JsonObject tokens = Application.of(gatehouse, "lws", "the-secret-of-lws", LWS + "/callback")
                    .signIn(browser);
            JWK publicKey = publicKey(gatehouse.get("/selfkey/lws/jwks").body());
            Map<String, String> others = new TreeMap<>(ForgedTokens.of(walletToken, publicKey));
            others.put("a challenge token", challenge);
            others.put("a user token", user);
            others.put("a wallet token of another client", wallet.establish(another));
            others.put("an access token", tokens.getString("access_token"));
            others.put("an ID token", tokens.getString("id_token"));
            others.put("a refresh token", tokens.getString("refresh_token"));
            return new Prepared(
                    key,
                    challenge,
                    wallet.challenge(another),
                    walletToken,
                    user,
                    LwsSite.token(wallet.logIn(another)),
                    others,
                    publicKey);
        }

        private static JWK publicKey(String jwks) {
            try {
                return JWKSet.parse(jwks).getKeys().get(0);
            } catch (ParseException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
