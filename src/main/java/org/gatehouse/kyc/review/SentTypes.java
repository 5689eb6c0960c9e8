package org.gatehouse.kyc.review;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of what a server sends: a note that is no text is refused, and not left out while its application is approved. */
final class SentTypes {
    private static final Set<String> TEXTS =
            Set.of("note", "comments", "label", "description", "question", "questions", "type", "schema", "schemaId");

    private SentTypes() {}

    /** What is wrong with the members that are there; empty where nothing is. Null counts as not there. */
    static Optional<Reviewed> fault(JsonObject sent) {
        return sent.entrySet().stream()
                .filter(member -> member.getValue() != JsonValue.NULL)
                .flatMap(member -> fault(member).stream())
                .findFirst()
                .map(Reviewed::invalid);
    }

    private static Optional<String> fault(Map.Entry<String, JsonValue> member) {
        String name = member.getKey();
        JsonValue value = member.getValue();
        if (TEXTS.contains(name)) return unless(value instanceof JsonString, name + " should be a text");
        return switch (name) {
            case "optional" ->
                unless(value == JsonValue.TRUE || value == JsonValue.FALSE, "optional should be true or false");
            case "options" -> unless(value instanceof JsonArray, "options should be a list");
            default -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean right, String sentence) {
        return right ? Optional.empty() : Optional.of(sentence);
    }
}
