package org.gatehouse.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gatehouse.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeNodeTest {
    private static final String ADDRESS = "0x53eaeffe305d9ad38f6db104cde3d4822a60bf4d";
    private static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");

    private final PracticePeople people = new PracticePeople();
    private final PracticeNode node = new PracticeNode(people, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aPersonHasTheStateThatItChose() {
        people.put(new PracticePerson(ADDRESS, IdenaState.HUMAN, 7));
        JsonObject identity = identity(ADDRESS);
        assertEquals("Human", identity.getString("state"));
        assertEquals(7, identity.getInt("age"));
        assertEquals(ADDRESS, identity.getString("address"));
    }

    @Test
    void letterCaseOfAnAddressDoesNotMatter() {
        people.put(new PracticePerson(ADDRESS, IdenaState.NEWBIE, 1));
        assertEquals(
                "Newbie", identity("0x53EAEFFE305D9AD38F6DB104CDE3D4822A60BF4D").getString("state"));
    }

    @Test
    void anUnknownAddressIsUndefined() {
        assertEquals("Undefined", identity(ADDRESS).getString("state"));
        assertEquals(0, identity(ADDRESS).getInt("age"));
    }

    @Test
    void onlyWhoWasValidatedHasAnAge() {
        people.put(new PracticePerson(ADDRESS, IdenaState.CANDIDATE, 7));
        assertEquals(0, identity(ADDRESS).getInt("age"));
    }

    @Test
    void theNextValidationIsDaysAhead() {
        JsonObject epoch = call("dna_epoch", "[]").getJsonObject("result");
        Instant validation = Instant.parse(epoch.getString("nextValidation"));
        assertTrue(validation.isAfter(NOW.plusSeconds(4 * 86_400)));
        assertEquals("None", epoch.getString("currentPeriod"));
        assertTrue(epoch.getInt("epoch") > 0);
    }

    @Test
    void tellsHowLongACeremonyTakes() {
        assertTrue(call("dna_ceremonyIntervals", "[]").getJsonObject("result").getInt("LongSessionDuration") > 0);
    }

    @Test
    void answersUnderTheIdOfTheRequest() {
        assertEquals(5, call("dna_epoch", "[]").getInt("id"));
    }

    @Test
    void anUnknownMethodIsAnError() {
        assertEquals(
                -32601, call("dna_sendTransaction", "[]").getJsonObject("error").getInt("code"));
    }

    @Test
    void onlySoManyPeopleAreRemembered() {
        for (int i = 0; i <= PracticePeople.MOST; i++) {
            people.put(new PracticePerson("0x" + String.format("%040x", i), IdenaState.HUMAN, 1));
        }
        assertTrue(people.find("0x" + "0".repeat(40)).isEmpty());
        assertTrue(
                people.find("0x" + String.format("%040x", PracticePeople.MOST)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"address\":\"0x12\",\"state\":\"Human\",\"age\":1}",
                "{\"address\":\"" + ADDRESS + "\",\"state\":\"human\",\"age\":1}",
                "{\"address\":\"" + ADDRESS + "\",\"state\":\"Human\",\"age\":1001}",
                "{\"address\":\"" + ADDRESS + "\",\"state\":\"Human\",\"age\":-1}"
            })
    void whoCannotBeIsNotRemembered(String json) {
        assertTrue(PracticePerson.fromJson(parse(json)).isEmpty());
    }

    private JsonObject identity(String address) {
        return call("dna_identity", "[\"" + address + "\"]").getJsonObject("result");
    }

    private JsonObject call(String method, String params) {
        return node.answer(
                parse("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"" + method + "\",\"params\":" + params + "}"));
    }

    private static JsonObject parse(String json) {
        return Json.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
