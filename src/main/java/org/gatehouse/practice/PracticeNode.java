package org.gatehouse.practice;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.http.Json;

/** Answers as an Idena node does (idena-go, {@code api/dna_api.go}), for people who practise. There is no chain behind it. */
@Dependent
class PracticeNode {
    private static final int INVALID_REQUEST = -32600;
    private static final int NO_SUCH_METHOD = -32601;
    private static final Duration UNTIL_VALIDATION = Duration.ofDays(5).plusHours(13);
    private static final int DAYS_OF_EPOCH = 7;

    private final PracticePeople people;
    private final Clock clock;

    @Inject
    PracticeNode(PracticePeople people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** The answer to one JSON-RPC 2.0 request. */
    JsonObject answer(JsonObject request) {
        JsonObjectBuilder answer =
                Json.object().add("jsonrpc", "2.0").add("id", request.getOrDefault("id", JsonValue.NULL));
        Optional<String> method = Json.string(request, "method");
        if (method.isEmpty())
            return answer.add("error", error(INVALID_REQUEST, "invalid request"))
                    .build();
        return switch (method.get()) {
            case "dna_identity" ->
                answer.add("result", identity(address(request))).build();
            case "dna_epoch" -> answer.add("result", epoch()).build();
            case "dna_ceremonyIntervals" -> answer.add("result", intervals()).build();
            default ->
                answer.add("error", error(NO_SUCH_METHOD, "the method does not exist"))
                        .build();
        };
    }

    /** The first parameter. A real node answers its own identity where it is absent; here nobody is at home. */
    private static String address(JsonObject request) {
        return request.get("params") instanceof JsonArray params
                        && !params.isEmpty()
                        && params.get(0) instanceof JsonString text
                ? text.getString()
                : "";
    }

    private JsonObjectBuilder identity(String address) {
        Optional<PracticePerson> person = people.find(address);
        IdenaState state = person.map(PracticePerson::state).orElse(IdenaState.UNDEFINED);
        int age = state.aged() ? person.map(PracticePerson::age).orElse(0) : 0;
        return Json.object()
                .add("address", address.toLowerCase(Locale.ROOT))
                .add("profileHash", "")
                .add("stake", "0")
                .add("replenishedStake", "0")
                .add("lockedStake", "0")
                .add("invites", 0)
                .add("age", age)
                .add("state", state.text())
                .add("pubkey", "")
                .add("requiredFlips", 0)
                .add("availableFlips", 0)
                .add("madeFlips", 0)
                .add("totalQualifiedFlips", 0)
                .add("totalShortFlipPoints", 0)
                .add("online", false)
                .add("generation", 0)
                .add("penalty", "0")
                .add("isPool", false)
                .add("shardId", 1);
    }

    private JsonObjectBuilder epoch() {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        long days = Duration.between(Instant.EPOCH, today).toDays();
        return Json.object()
                .add("startBlock", 1)
                .add("epoch", days / DAYS_OF_EPOCH)
                .add("nextValidation", today.plus(UNTIL_VALIDATION).toString())
                .add("currentPeriod", "None");
    }

    private static JsonObjectBuilder intervals() {
        return Json.object()
                .add("FlipLotteryDuration", 300)
                .add("ShortSessionDuration", 120)
                .add("LongSessionDuration", 1800);
    }

    private static JsonObjectBuilder error(int code, String message) {
        return Json.object().add("code", code).add("message", message);
    }
}
