package org.gatehouse.console.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.http.Json;
import org.gatehouse.http.WrongMember;

/**
 * What stands in the fields of the form, to and from a client's entry. A field that says the same as before leaves its member alone, also one that the entry
 * does not have; members without a field stay as they are.
 */
final class EntryFields {
    private static final List<String> DEFAULT_SCOPE = List.of("openid", "profile");

    /** What was typed and chosen, by member. */
    final Map<String, String> texts = new HashMap<>();
    /** What is ticked, by member; of several that can be, {@code member:option}. */
    final Map<String, Boolean> flags = new HashMap<>();

    static EntryFields of(JsonObject entry) {
        EntryFields fields = new EntryFields();
        for (Field field : Field.values())
            fields.read(field, Optional.ofNullable(parent(field, entry).get(field.key())));
        return fields;
    }

    private static JsonObject parent(Field field, JsonObject entry) {
        if (!field.within()) return entry;
        return entry.get("selfkey") instanceof JsonObject selfkey ? selfkey : JsonValue.EMPTY_JSON_OBJECT;
    }

    private void read(Field field, Optional<JsonValue> value) {
        String member = field.getMember();
        switch (field.kind()) {
            case FLAG ->
                flags.put(member, value.filter(one -> one != JsonValue.FALSE).isPresent());
            case SET, WORDS -> {
                List<String> held = ticked(field, value);
                field.getOptions().forEach(option -> flags.put(member + ":" + option, held.contains(option)));
            }
            case TEXT, LINES, CHOICE, JSON -> texts.put(member, text(field, value));
        }
    }

    private static List<String> ticked(Field field, Optional<JsonValue> value) {
        if (field.kind() == Field.Kind.SET)
            return value.map(EntryFields::strings).orElse(List.of());
        return value.map(one -> List.of(string(one).split(" "))).orElse(DEFAULT_SCOPE);
    }

    private static String text(Field field, Optional<JsonValue> value) {
        if (value.isEmpty())
            return field.kind() == Field.Kind.CHOICE ? field.getOptions().get(0) : "";
        return switch (field.kind()) {
            case LINES -> String.join("\n", strings(value.get()));
            case JSON ->
                value.get() instanceof JsonStructure json
                        ? Json.pretty(json)
                        : value.get().toString();
            default -> string(value.get());
        };
    }

    private static String string(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static List<String> strings(JsonValue value) {
        return value instanceof JsonArray array
                ? array.stream().map(EntryFields::string).toList()
                : List.of(string(value));
    }

    /**
     * An entry with what the fields say.
     *
     * @param entry as it was before
     * @throws WrongMember where a field for JSON holds something else
     */
    JsonObject applied(JsonObject entry) {
        EntryFields before = of(entry);
        JsonObjectBuilder whole = Json.copy(entry);
        JsonObjectBuilder selfkey = Json.copy(parent(Field.ORIGINS, entry));
        for (Field field : Field.values()) {
            if (field == Field.SELFKEY || said(field).equals(before.said(field))) continue;
            JsonObjectBuilder target = field.within() ? selfkey : whole;
            value(field).ifPresentOrElse(value -> target.add(field.key(), value), () -> target.remove(field.key()));
        }
        if (ticked("selfkey")) whole.add("selfkey", selfkey);
        else whole.remove("selfkey");
        return whole.build();
    }

    private boolean ticked(String name) {
        return Boolean.TRUE.equals(flags.get(name));
    }

    private List<String> options(Field field) {
        return field.getOptions().stream()
                .filter(option -> ticked(field.getMember() + ":" + option))
                .toList();
    }

    /** Lines as a browser sends them end otherwise than those that were sent to it. */
    private Object said(Field field) {
        return switch (field.kind()) {
            case FLAG -> ticked(field.getMember());
            case SET, WORDS -> options(field);
            case LINES -> lines(field);
            case TEXT, CHOICE, JSON -> typed(field).replace("\r\n", "\n");
        };
    }

    private String typed(Field field) {
        return Objects.requireNonNullElse(texts.get(field.getMember()), "").strip();
    }

    private List<String> lines(Field field) {
        return typed(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Optional<JsonValue> value(Field field) {
        return switch (field.kind()) {
            case FLAG -> Optional.of(ticked(field.getMember()) ? JsonValue.TRUE : JsonValue.FALSE);
            case SET -> array(options(field));
            // Every client may ask for openid: without any the entry would say nothing, which means more.
            case WORDS -> string(options(field).isEmpty() ? "openid" : String.join(" ", options(field)));
            case LINES -> array(lines(field));
            case TEXT, CHOICE -> string(typed(field));
            case JSON -> json(field);
        };
    }

    private static Optional<JsonValue> string(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.array().add(text).build().get(0));
    }

    private static Optional<JsonValue> array(List<String> texts) {
        if (texts.isEmpty()) return Optional.empty();
        JsonArrayBuilder array = Json.array();
        texts.forEach(array::add);
        return Optional.of(array.build());
    }

    private Optional<JsonValue> json(Field field) {
        String text = typed(field);
        if (text.isEmpty()) return Optional.empty();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Optional<JsonValue> object = Json.parse(utf8).map(JsonValue.class::cast);
        return object.or(() -> Json.parseArray(utf8)).or(() -> {
            throw new WrongMember(field.getMember(), "must be JSON: an object in braces, or an array in brackets");
        });
    }
}
