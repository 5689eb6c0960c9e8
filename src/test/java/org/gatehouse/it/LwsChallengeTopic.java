package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.object;
import static org.gatehouse.it.SelfkeyWallet.get;
import static org.gatehouse.it.SelfkeyWallet.jwt;
import static org.gatehouse.it.SelfkeyWallet.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first two calls of Login with SelfKey: a wallet fetches a challenge and answers it. */
interface LwsChallengeTopic extends Topic {
    @Test
    default void lwsEachFormOfAnIdAndOfAnAnswerGivesAWalletTokenOfTheSameDid() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String key = wallet.publicKey().substring(2);
        String parity = Integer.parseInt(key.substring(127), 16) % 2 == 0 ? "02" : "03";
        List<String> ids = List.of(
                "",
                "/",
                "/" + wallet.did(),
                "/" + wallet.did() + "/",
                "/" + wallet.did().replace(":", "%3A"),
                "/did:eth:0x" + wallet.address().substring(2).toUpperCase(Locale.ROOT),
                "/" + wallet.address(),
                "/0x" + key,
                "/0x04" + key,
                "/0x" + parity + key.substring(0, 64));
        for (String id : ids) {
            for (String keyId : new String[] {null, wallet.did() + "#keys-1"}) {
                String challenge = jwt(get(gatehouse(), "lws", "/auth/challenge" + id));
                HttpResponse<String> answer =
                        reply("/auth/challenge", challenge, body(wallet.sign(text(challenge)), keyId));
                assertEquals(200, answer.statusCode(), () -> id + " " + keyId + ": " + answer.body());
                JsonObject token = claims(jwt(answer));
                assertEquals(wallet.did(), token.getString("sub"), id);
                assertEquals(
                        "eip155:1:" + wallet.address(),
                        token.getString("wallet").toLowerCase(Locale.ROOT));
                assertEquals("wallet", token.getString("token_use"));
            }
        }
    }

    @Test
    default void lwsTheTextSaysWhereAndWhatForAndIsNewEachTime() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String first = text(jwt(wallet.challenge(gatehouse(), "lws")));
        assertTrue(
                first.matches("localhost asks you to sign in to A portal with the button with SelfKey\\."
                        + " Only sign if you began this there\\. [A-Za-z0-9_-]{43}"),
                first);
        assertFalse(first.equals(text(jwt(wallet.challenge(gatehouse(), "lws")))));
    }

    @Test
    default void lwsARecoveryIdIs0Or1Or27Or28AndTheSignatureMayBeCalledSig() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String ledgers = jwt(wallet.challenge(gatehouse(), "lws"));
        assertEquals(
                200,
                reply("/auth/challenge", ledgers, body(wallet.signLedger(text(ledgers)), null))
                        .statusCode());
        String documented = jwt(wallet.challenge(gatehouse(), "lws"));
        assertEquals(
                200,
                reply("/auth/challenge", documented, object("sig", wallet.sign(text(documented))))
                        .statusCode());
    }

    @Test
    default void lwsTheAnswerGoesToEitherAddressWithASlashOrWithout() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        for (String path : new String[] {
            "/auth/challenge", "/auth/challenge/", "/auth/challenge-response", "/auth/challenge-response/"
        }) {
            String challenge = jwt(wallet.challenge(gatehouse(), "lws"));
            HttpResponse<String> answer = reply(path, challenge, body(wallet.sign(text(challenge)), null));
            assertEquals(200, answer.statusCode(), () -> path + ": " + answer.body());
        }
    }

    @Test
    default void lwsADidOfTheRegistrySignsWithTheKeyOfItsControllerWithParametersAndWithout() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String did = newDid();
        Ethereum.controller(did, wallet.address());
        for (String path : new String[] {
            did,
            did + ";selfkey:chain=ropsten",
            (did + ";selfkey:chain=ropsten").replace(":", "%3A").replace(";", "%3B"),
            did.toUpperCase(Locale.ROOT).replace("DID:SELFKEY:0X", "did:selfkey:0x")
        }) {
            String challenge = jwt(get(gatehouse(), "lws", "/auth/challenge/" + path));
            assertEquals(did, claims(challenge).getString("sub"));
            String keyId = did + ";selfkey:chain=ropsten#keys-1";
            HttpResponse<String> answer =
                    reply("/auth/challenge", challenge, body(wallet.sign(text(challenge)), keyId));
            assertEquals(200, answer.statusCode(), () -> path + ": " + answer.body());
            assertEquals(did, claims(jwt(answer)).getString("sub"));
        }
    }

    @Test
    default void lwsADidOfTheRegistryIsRefusedWithoutAControllerWithAnotherAndInAnOutage() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String did = newDid();
        String challenge = jwt(get(gatehouse(), "lws", "/auth/challenge/" + did));
        String body = body(wallet.sign(text(challenge)), null);
        assertRefused(422, "invalid_key", reply("/auth/challenge", challenge, body));
        Ethereum.controller(did, SelfkeyWallet.create().address());
        assertRefused(422, "signature_invalid", reply("/auth/challenge", challenge, body));
        Ethereum.controller(did, wallet.address());
        Ethereum.away(() -> assertRefused(503, "unavailable", reply("/auth/challenge", challenge, body)));
        assertEquals(200, reply("/auth/challenge", challenge, body).statusCode());
    }

    @Test
    default void lwsTheSameChallengeAndSignatureTwiceGiveOneToken() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String challenge = jwt(wallet.challenge(gatehouse(), "lws"));
        assertEquals(200, wallet.reply(gatehouse(), "lws", challenge).statusCode());
        assertRefused(401, "token_invalid", wallet.reply(gatehouse(), "lws", challenge));
        String ledgers = body(wallet.signLedger(text(challenge)), null);
        assertRefused(401, "token_invalid", reply("/auth/challenge", challenge, ledgers));
    }

    @Test
    default void lwsTheSameChallengeAndSignature200TimesAtOnceGiveOneToken() throws Exception {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String challenge = jwt(wallet.challenge(gatehouse(), "lws"));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++)
            calls.add(() -> wallet.reply(gatehouse(), "lws", challenge).statusCode());
        ExecutorService threads = Executors.newFixedThreadPool(200);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (var call : threads.invokeAll(calls)) statuses.add(call.get());
            assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
            assertEquals(199, statuses.stream().filter(status -> status == 401).count(), statuses::toString);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void lwsAnotherSitesPageCannotHandOnAChallenge() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String path = "/selfkey/lws/auth/challenge/" + wallet.did();
        for (String origin : new String[] {"IDW", "https://lws.example", own()})
            assertEquals(200, gatehouse().get(path, "Origin", origin).statusCode(), origin);
        assertEquals(200, gatehouse().get(path).statusCode());
        for (String origin : new String[] {"https://evil.example", "null", "https://members.example"})
            assertRefused(403, "forbidden", gatehouse().get(path, "Origin", origin));
        assertRefused(403, "forbidden", gatehouse().get(path, "Origin", "IDW", "Origin", "https://evil.example"));
        String challenge = jwt(wallet.challenge(gatehouse(), "lws"));
        HttpRequest.Builder reply = gatehouse()
                .request("/selfkey/lws/auth/challenge")
                .header("Origin", "https://evil.example")
                .header("Authorization", "Bearer " + challenge)
                .POST(BodyPublishers.ofString(body(wallet.sign(text(challenge)), null)));
        assertRefused(403, "forbidden", gatehouse().send(reply));
        assertEquals(200, wallet.reply(gatehouse(), "lws", challenge).statusCode());
    }

    @Test
    default void lwsTwoAuthorizationHeadersAreNone() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String challenge = jwt(wallet.challenge(gatehouse(), "lws"));
        HttpRequest.Builder twice = SelfkeyWallet.request(gatehouse(), "lws", "/auth/challenge")
                .header("Authorization", "Bearer " + challenge)
                .header("Authorization", "Bearer " + challenge)
                .POST(BodyPublishers.ofString(body(wallet.sign(text(challenge)), null)));
        assertRefused(401, "token_invalid", gatehouse().send(twice));
    }

    @Test
    default void lwsEachFaultBelowTheRootHasTheDocumentsShape() {
        assertRefused(404, "not_found", gatehouse().get("/selfkey/lws"));
        assertRefused(404, "not_found", gatehouse().get("/selfkey/lws/nothing"));
        assertRefused(404, "not_found", gatehouse().get("/selfkey/lws/auth/challenges"));
        assertRefused(404, "not_found", gatehouse().get("/selfkey/nobody/auth/challenge"));
        assertRefused(404, "not_found", gatehouse().get("/selfkey/portal/auth/challenge"));
        for (String[] wrong : new String[][] {
            {"DELETE", "/auth/challenge"},
            {"PUT", "/auth/challenge-response"},
            {"GET", "/auth/challenge-response"},
            {"POST", "/auth/challenge/" + SelfkeyWallet.create().did()}
        }) {
            HttpResponse<String> answer = gatehouse()
                    .send(SelfkeyWallet.request(gatehouse(), "lws", wrong[1])
                            .method(wrong[0], BodyPublishers.noBody()));
            assertRefused(405, "method_not_allowed", answer);
            assertTrue(answer.headers().firstValue("Allow").isPresent(), () -> wrong[0] + wrong[1]);
        }
    }

    @Test
    default void lwsEveryClientWithARootEndpointHasItsOwnTokens() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String challenge = jwt(wallet.challenge(gatehouse(), "members"));
        assertRefused(401, "token_invalid", wallet.reply(gatehouse(), "lws", challenge));
        assertEquals(200, wallet.reply(gatehouse(), "members", challenge).statusCode());
        assertEquals(gatehouse().url() + "/selfkey/gatehouse", audience(wallet.walletToken(gatehouse(), "gatehouse")));
    }

    private HttpResponse<String> reply(String path, String challenge, String body) {
        return gatehouse()
                .send(SelfkeyWallet.request(gatehouse(), "lws", path)
                        .header("Authorization", "Bearer " + challenge)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private String own() {
        return gatehouse().url().replaceFirst("(https?://[^/]+).*", "$1");
    }

    private static String newDid() {
        byte[] half = UUID.randomUUID().toString().replace("-", "").getBytes(StandardCharsets.US_ASCII);
        return "did:selfkey:0x" + HexFormat.of().formatHex(half);
    }

    /** In the form of the first wallets, or with the key in that of later ones. */
    private static String body(String signature, @Nullable String keyId) {
        return keyId == null
                ? object("signature", signature)
                : "{\"signature\":" + object("value", signature, "keyId", keyId) + "}";
    }

    private static void assertRefused(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(code, json(answer).getString("code"));
        assertFalse(json(answer).getString("message").isBlank());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
    }

    private static JsonObject claims(String jwt) {
        byte[] claims = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
        return org.gatehouse.http.Json.parse(claims).orElseThrow();
    }

    private static String audience(String jwt) {
        JsonObject claims = claims(jwt);
        return claims.get("aud") instanceof jakarta.json.JsonString one
                ? one.getString()
                : claims.getJsonArray("aud").getString(0);
    }
}
