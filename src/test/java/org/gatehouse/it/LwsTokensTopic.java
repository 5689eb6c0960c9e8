package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wallet tokens, by themselves and beside other tokens. */
interface LwsTokensTopic extends Topic {
    /** What the wallet does to a wallet token before it shows it: it keeps header and payload decoded. */
    String AS_THE_WALLET = "const [header, payload, signature] = process.argv[1].split('.');"
            + "const again = part => Buffer.from(JSON.stringify(JSON.parse(Buffer.from(part, 'base64url')))).toString('base64url');"
            + "process.stdout.write([again(header), again(payload), signature].join('.'));";

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256", "RS512"})
    default void aWalletTokenIsTheSameWhenAJavaScriptEngineHasReadAndWrittenIt(String algorithm) throws Exception {
        String client = registered(algorithm);
        String token = SelfkeyWallet.create().walletToken(gatehouse(), client);
        assertEquals(
                algorithm, SignedJWT.parse(token).getHeader().getAlgorithm().getName());
        Process node = new ProcessBuilder("node", "-e", AS_THE_WALLET, token)
                .redirectErrorStream(true)
                .start();
        assertEquals(token, new String(node.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256", "RS512"})
    default void aClientsServerChecksAWalletTokenByTheKeysOfWalletTokensAlone(String algorithm) throws Exception {
        String client = registered(algorithm);
        JWKSet before =
                JWKSet.parse(gatehouse().get("/selfkey/" + client + "/jwks").body());
        SignedJWT token = SignedJWT.parse(SelfkeyWallet.create().walletToken(gatehouse(), client));
        String kid = token.getHeader().getKeyID();
        JWK key = before.getKeyByKeyId(kid);
        assertTrue(token.verify(new DefaultJWSVerifierFactory()
                .createJWSVerifier(token.getHeader(), ((AsymmetricJWK) key).toPublicKey())));
        assertFalse(kids(gatehouse().get("/oauth2/jwks")).contains(kid));
    }

    @Test
    default void aWalletTokenIsNoAccessToken() {
        String token = SelfkeyWallet.create().walletToken(gatehouse(), "lws");
        for (String path : List.of("/oauth2/userinfo", "/api/me")) {
            assertEquals(
                    401,
                    gatehouse().get(path, "Authorization", "Bearer " + token).statusCode(),
                    path);
        }
        String basic = Base64.getEncoder().encodeToString("lws:the-secret-of-lws".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> said = gatehouse()
                .send(gatehouse()
                        .request("/oauth2/introspect")
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("token=" + token)));
        assertEquals("{\"active\":false}", said.body());
    }

    /** A new client whose wallet tokens are signed this way. */
    private String registered(String algorithm) {
        String client = algorithm.toLowerCase(Locale.ROOT) + "-" + System.nanoTime();
        String entry = "{\"client_id\":\"" + client + "\",\"redirect_uris\":[\"https://wallets.example/cb\"],"
                + "\"selfkey\":{\"origins\":[\"https://wallets.example\"],\"wallet_token_algorithm\":\"" + algorithm
                + "\"}}";
        HttpResponse<String> created = administrator().postJson("/api/clients", entry);
        assertEquals(201, created.statusCode(), created.body());
        return client;
    }

    @Test
    default void walletTokensHaveKeysOfTheirOwn() {
        HttpResponse<String> answer = gatehouse().get("/selfkey/gatehouse/jwks", "Origin", "https://anywhere.example");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                "*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        HttpResponse<String> others = gatehouse().get("/oauth2/jwks");
        for (String header : List.of("Cache-Control", "Content-Type")) {
            assertEquals(others.headers().allValues(header), answer.headers().allValues(header));
        }
        Set<String> wallets = kids(answer);
        assertFalse(wallets.isEmpty());
        wallets.retainAll(kids(others));
        assertEquals(Set.of(), wallets);
        assertFalse(answer.body().contains("\"d\":"));
        assertEquals(200, gatehouse().get("/selfkey/gatehouse/jwks/").statusCode());
    }

    @Test
    default void aClientWithoutARootEndpointHasNoWalletKeys() {
        for (String client : List.of("demo", "closed", "nobody", "x%20y", "a;b")) {
            HttpResponse<String> answer = gatehouse().get("/selfkey/" + client + "/jwks");
            assertEquals(404, answer.statusCode(), client);
            assertEquals("not_found", json(answer).getString("code"), client);
            assertFalse(json(answer).getString("message").isEmpty(), client);
        }
    }

    @Test
    default void aClientThatWantsRs512HasAKeyFor4096BitsBeforeItsFirstToken() {
        String client = registered("RS512");
        JsonObject key = rs512(client);
        assertTrue(new BigInteger(1, Base64.getUrlDecoder().decode(key.getString("n"))).testBit(4095));
        assertEquals(key, rs512(client), "once");
    }

    @Test
    default void anAdministratorChangesWalletKeysWithoutTheOthers() {
        Browser administrator = administrator();
        gatehouse().get("/selfkey/gatehouse/jwks");
        Set<String> others = kids(gatehouse().get("/oauth2/jwks"));
        HttpResponse<String> rotated = administrator.postJson("/api/keys/ES256/rotate?family=wallet", "{}");
        assertEquals(201, rotated.statusCode(), rotated.body());
        String kid = json(rotated).getString("kid");
        assertEquals(others, kids(gatehouse().get("/oauth2/jwks")));
        JsonObject pending = json(administrator.get("/api/keys")).getJsonArray("keys").stream()
                .map(JsonValue::asJsonObject)
                .filter(key -> key.getString("kid").equals(kid))
                .findFirst()
                .orElseThrow();
        assertEquals("wallet", pending.getString("family"));
        assertEquals("pending", pending.getString("state"));
        assertTrue(kids(gatehouse().get("/selfkey/gatehouse/jwks")).contains(kid));
        assertEquals(
                204,
                administrator.postJson("/api/keys/" + kid + "/revoke", "{}").statusCode());
        assertFalse(kids(gatehouse().get("/selfkey/gatehouse/jwks")).contains(kid));
        assertEquals(
                404,
                administrator
                        .postJson("/api/keys/RS512/rotate?family=token", "{}")
                        .statusCode());
    }

    private Browser administrator() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.administrator());
        return browser;
    }

    private JsonObject rs512(String client) {
        HttpResponse<String> answer = gatehouse().get("/selfkey/" + client + "/jwks");
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer).getJsonArray("keys").stream()
                .map(JsonValue::asJsonObject)
                .filter(key -> key.getString("alg").equals("RS512"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> kids(HttpResponse<String> jwks) {
        return json(jwks).getJsonArray("keys").stream()
                .map(key -> key.asJsonObject().getString("kid"))
                .collect(Collectors.toSet());
    }
}
