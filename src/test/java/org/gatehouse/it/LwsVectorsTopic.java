package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The vectors of {@code selfkey.json}, which the wallet's own code made, against challenges of ours: their keys and forms, and what is wrong with the bad ones. */
interface LwsVectorsTopic extends Topic {
    @Test
    default void theKeyOfEachGoodVectorAnswersOurChallengeInItsForm() {
        for (JsonObject vector : vectors("vectors")) {
            String what = vector.getString("format") + " " + vector.getInt("n");
            SelfkeyWallet key = key(vector);
            String id = vector.getString("challengePathParam");
            if (vector.containsKey("controllerAddress")) Ethereum.controller(id, vector.getString("controllerAddress"));
            boolean ledger = vector.getString("format").contains("v01");
            JsonObject theirs = vector.getJsonObject("requestBody");
            assertEquals(value(theirs), sign(key, ledger, vector.getString("nonce")), "signs as the vector: " + what);

            String challenge = challenge(id);
            String ours = theirs.toString().replace(value(theirs), sign(key, ledger, SelfkeyWallet.text(challenge)));
            assertEquals("422 signature_invalid", reply(challenge, theirs.toString()), "another text: " + what);
            assertEquals("200", reply(challenge, ours), what);
            assertEquals("401 token_invalid", reply(challenge, ours), "again: " + what);
        }
    }

    @Test
    default void whatIsWrongWithEachBadVectorIsRefusedAndLeavesNothing() {
        List<JsonObject> bad = vectors("negative");
        assertTrue(bad.size() >= 6);
        JsonObject good = vectors("vectors").stream()
                .filter(vector -> vector.getString("format").equals("lws-v2-did-eth"))
                .findFirst()
                .orElseThrow();
        SelfkeyWallet key = key(good);
        String did = good.getString("challengePathParam");
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        for (JsonObject vector : bad) {
            String challenge = challenge(did);
            String reason = vector.getString("reason");
            for (String body : List.of(bad(reason, key, did, challenge), vector.toString())) {
                String outcome = reply(challenge, body);
                if (!outcome.equals("422 signature_invalid")) wrong.add(reason + ": " + outcome + " for " + body);
            }
        }
        String challenge = challenge(did);
        String high = body(key.signHigh(SelfkeyWallet.text(challenge)), did);
        assertEquals("422 signature_invalid", reply(challenge, high), "high s");
        assertEquals(List.of(), wrong);
        assertEquals(Map.of(), Database.more(before, Set.of()));
        assertEquals("200", reply(challenge, body(key.sign(SelfkeyWallet.text(challenge)), did)), "nothing is used up");
    }

    /** The same fault in an answer to our challenge. */
    private static String bad(String reason, SelfkeyWallet key, String did, String challenge) {
        String text = SelfkeyWallet.text(challenge);
        String good = key.sign(text);
        SelfkeyWallet another = SelfkeyWallet.create();
        return switch (reason) {
            case "signature by another key" -> body(another.sign(text), did);
            case "signature over another nonce" -> body(key.sign(text + " "), did);
            case "keyId of another DID" -> body(good, another.did());
            case "v out of range" -> body(good.substring(0, 130) + "1d", did);
            case "64 bytes" -> body(good.substring(0, 130), did);
            case "r = 0" -> body("0x" + "0".repeat(64) + good.substring(66), did);
            default -> throw new IllegalArgumentException(reason);
        };
    }

    private static String body(String value, String did) {
        return "{\"signature\":{\"value\":\"" + value + "\",\"keyId\":\"" + did + "#keys-1\"}}";
    }

    private String challenge(String id) {
        return SelfkeyWallet.jwt(SelfkeyWallet.get(gatehouse(), "lws", "/auth/challenge/" + id));
    }

    private String reply(String challenge, String body) {
        return LwsAnswer.of(SelfkeyWallet.reply(gatehouse(), "lws", challenge, body));
    }

    private static String sign(SelfkeyWallet key, boolean ledger, String text) {
        return ledger ? key.signLedger(text) : key.sign(text);
    }

    private static String value(JsonObject body) {
        return body.get("signature") instanceof JsonString text
                ? text.getString()
                : body.getJsonObject("signature").getString("value");
    }

    private static SelfkeyWallet key(JsonObject vector) {
        return SelfkeyWallet.of(FakeWallet.of(
                HexFormat.of().parseHex(vector.getString("privateKey").substring(2))));
    }

    private static List<JsonObject> vectors(String kind) {
        try (var reader =
                Json.createReader(Files.newBufferedReader(Path.of("src/test/resources/vectors/selfkey.json")))) {
            JsonArray all = reader.readObject().getJsonArray(kind);
            return all.getValuesAs(JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
