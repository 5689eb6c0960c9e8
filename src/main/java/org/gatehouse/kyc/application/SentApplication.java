package org.gatehouse.kyc.application;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.document.SentAttributes;
import org.gatehouse.http.Json;

/** Reads what wallets send of an application. */
final class SentApplication {
    private static final int MOST_ROLES = 20;
    private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final Pattern SHARES = Pattern.compile("[0-9]{1,15}(?:\\.[0-9]{1,6})?");

    private SentApplication() {}

    /**
     * The attributes.
     *
     * @return none where the member is not there; empty where it is no list
     */
    static Optional<List<SentAttribute>> attributes(JsonObject body) {
        return body.containsKey("attributes") ? SentAttributes.read(body.get("attributes")) : Optional.of(List.of());
    }

    /**
     * The answers to questions, by the questions' ids: from an object of answers, or a list with {@code id} or {@code questionId} and {@code answer} or
     * {@code value}.
     *
     * @return empty where it is neither
     */
    static Optional<Map<String, JsonValue>> answers(JsonObject body) {
        JsonValue questions = body.getOrDefault("questions", JsonValue.EMPTY_JSON_OBJECT);
        Map<String, JsonValue> answers = new HashMap<>();
        if (questions instanceof JsonObject object) {
            object.forEach((id, answer) -> answers.put(id, answer(answer)));
            return Optional.of(answers);
        }
        if (!(questions instanceof JsonArray array)) return Optional.empty();
        for (JsonValue one : array) {
            if (!(one instanceof JsonObject object)) return Optional.empty();
            Optional<String> id = Json.string(object, "questionId").or(() -> Json.string(object, "id"));
            // Wallets may send the questions back as they got them, those without an answer among them.
            if (id.isPresent() && answered(object)) answers.put(id.get(), answer(object));
        }
        return Optional.of(answers);
    }

    private static boolean answered(JsonObject object) {
        return object.containsKey("answer") || object.containsKey("value");
    }

    private static JsonValue answer(JsonValue sent) {
        if (!(sent instanceof JsonObject object)) return sent;
        return object.getOrDefault("answer", object.getOrDefault("value", JsonValue.NULL));
    }

    /** What a member is in its company; empty where that is not said, or not rightly. */
    static Optional<Dossier.Member> member(JsonObject body) {
        if (!(body.get("memberRoles") instanceof JsonArray array) || array.size() > MOST_ROLES) return Optional.empty();
        boolean plain = array.stream()
                .allMatch(role -> role instanceof JsonString text
                        && ROLE.matcher(text.getString()).matches());
        JsonValue shares = body.getOrDefault("shares", JsonValue.NULL);
        Optional<String> count = shares(shares);
        if (!plain || (count.isEmpty() && shares != JsonValue.NULL)) return Optional.empty();
        return Optional.of(new Dossier.Member(array.getValuesAs(JsonString::getString), count));
    }

    private static Optional<String> shares(JsonValue sent) {
        Optional<String> text = Optional.empty();
        if (sent instanceof JsonNumber number) text = Optional.of(number.toString());
        if (sent instanceof JsonString string) text = Optional.of(string.getString());
        return text.filter(shares -> SHARES.matcher(shares).matches());
    }
}
