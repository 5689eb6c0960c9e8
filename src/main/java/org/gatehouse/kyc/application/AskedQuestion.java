package org.gatehouse.kyc.application;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.gatehouse.http.Json;
import org.gatehouse.kyc.template.Question;

/**
 * A question of an application, answered or not.
 *
 * @param question which
 * @param additional whether it was asked after the application was made
 * @param refused whether a reviewer refused the answer, and waits for another
 * @param answer the answer; empty where there is none
 */
public record AskedQuestion(Question question, boolean additional, boolean refused, Optional<JsonValue> answer) {
    /** Whether the application waits for an answer. */
    public boolean missing() {
        return refused || (answer.isEmpty() && question.required());
    }

    /** The same with this answer. */
    AskedQuestion with(JsonValue given) {
        return new AskedQuestion(question, additional, false, Optional.of(given));
    }

    /** The same without an answer. */
    AskedQuestion emptied() {
        return new AskedQuestion(question, additional, false, Optional.empty());
    }

    /** The same, whose answer will not do. */
    AskedQuestion refuse() {
        return new AskedQuestion(question, additional, true, answer);
    }

    JsonObject toJson() {
        var options = Json.array();
        question.options().forEach(options::add);
        JsonObjectBuilder json = Json.object()
                .add("label", question.label())
                .add("type", question.type().name())
                .add("options", options)
                .add("required", question.required())
                .add("additional", additional)
                .add("refused", refused);
        question.description().ifPresent(text -> json.add("description", text));
        answer.ifPresent(given -> json.add("answer", given));
        return json.build();
    }

    static AskedQuestion fromJson(String id, JsonObject json) {
        Question question = new Question(
                id,
                json.getString("label"),
                Json.string(json, "description"),
                Question.Type.valueOf(json.getString("type")),
                json.getJsonArray("options").getValuesAs(JsonString::getString),
                json.getBoolean("required"));
        return new AskedQuestion(
                question,
                json.getBoolean("additional"),
                json.getBoolean("refused"),
                Optional.ofNullable(json.get("answer")));
    }
}
