package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;

/** JavaScript, in which the real wallet is written: the same HTTP library, the same signatures, and the same way to keep a token. */
interface LwsIndependentClientTopic extends Topic {
    /** The clients, by how their wallet tokens are signed. */
    Map<String, String> CLIENTS = Map.of("ES256", "lws", "RS256", "lws-rs256", "RS512", "lws-rs512");

    /** {@code src/test/lws-client} says what it does here. */
    NpmFolder LWS_CLIENT = new NpmFolder("lws-client");

    @Test
    default void walletTokensOfEachAlgorithmSurviveJavaScriptByteForByte() {
        try (NodeScript script = NodeScript.start(LWS_CLIENT, "tokens.mjs")) {
            CLIENTS.forEach((algorithm, client) -> {
                SelfkeyWallet key = SelfkeyWallet.create();
                String token = key.walletToken(gatehouse(), client);
                assertEquals(algorithm, Application.header(token).getString("alg"));
                script.say(token);
                String again = script.hear("TOKEN ");
                assertEquals(token, again, algorithm);
                assertEquals(token, Stringify.token(token), algorithm);
                HttpResponse<String> answer = gatehouse()
                        .send(SelfkeyWallet.request(gatehouse(), client, "/users/token?meta=%7B%7D")
                                .header("Authorization", "Bearer " + again));
                assertEquals("200", LwsAnswer.of(answer), algorithm);
            });
        }
    }

    /** What the tests have in place of the wallet writes JSON as it does, where a token would not survive too. */
    @Test
    default void ourOwnStringifyIsThatOfJavaScript() {
        List<String> texts = List.of(
                "{ \"spaces\" : [ 1 , 2 ] }",
                "{\"slash\":\"a\\/b\",\"text\":\"\\u00e9\\u003c\\u2028\\ud83d\\ude00\\b\\f\\n\\r\\t\\u001f\\\"\\\\\\u007f\"}",
                "{\"numbers\":[1999999999.0,1.7E9,12345678901234567890,9007199254740993,0.5,-0.25,100]}",
                "{\"b\":1,\"10\":2,\"9\":3,\"a\":4,\"01\":5}",
                "{\"other\":[true,false,null,{},[]]}");
        try (NodeScript script = NodeScript.start(LWS_CLIENT, "tokens.mjs")) {
            for (String text : texts) {
                String part =
                        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
                String token = part + "." + part + ".signature";
                script.say(token);
                assertEquals(script.hear("TOKEN "), Stringify.token(token), text);
            }
        }
    }

    @Test
    default void aWalletInJavaScriptSignsUpAndLogsInUnderItsDid() {
        signsUpAndLogsIn("2.1.3", true);
    }

    @Test
    default void aWalletInJavaScriptSignsUpAndLogsInUnderItsPublicKey() {
        signsUpAndLogsIn("1.4.3", false);
    }

    private void signsUpAndLogsIn(String version, boolean did) {
        byte[] key = new byte[32];
        new SplittableRandom().nextBytes(key);
        LwsSite page = LwsSite.of(gatehouse(), "members", LwsVersionsTopic.MEMBERS);
        JsonObject passport = Json.createObjectBuilder()
                .add("image", "$document-1")
                .add("issued", "2020-02-29")
                .add("expires", "2030-02-28")
                .add("selfie", Json.createObjectBuilder().add("image", "$document-1"))
                .build();
        JsonObject given = Json.createObjectBuilder()
                .add("root", page.rootEndpoint())
                .add("origin", page.origin())
                .add("version", version)
                .add("did", did)
                .add("key", "0x" + HexFormat.of().formatHex(key))
                .add(
                        "attributes",
                        Json.createArrayBuilder(LwsSite.attributes("jane@example.org"))
                                .add(LwsSite.attribute("pass", "passport", passport)))
                .add("document", Base64.getEncoder().encodeToString(LwsDocument.PASSPORT.content()))
                .add("meta", Json.createObjectBuilder().add("templateId", "Grüße & 😀"))
                .build();
        JsonObject seen;
        try (NodeScript script = NodeScript.start(LWS_CLIENT, "wallet.mjs")) {
            script.say(given.toString());
            seen = Json.createReader(new StringReader(script.hear("SEEN "))).readObject();
        }
        assertEquals(201, seen.getInt("created"));
        Browser browser = gatehouse().browser();
        page.open(
                browser,
                LwsSite.redirectTo(page.logIn(seen.getJsonObject("payload").toString())));
        String address = Address.parse(FakeWallet.of(key).address()).toString();
        assertTrue(json(browser.get("/api/me")).toString().contains(address));
    }
}
