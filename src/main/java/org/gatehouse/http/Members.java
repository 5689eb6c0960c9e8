package org.gatehouse.http;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An object that someone wrote for us, such as a client's entry, whose members are read one by one.
 *
 * @param object the object
 * @param path what stands before its members' names in a sentence, such as {@code selfkey.}; empty for the whole
 */
public record Members(JsonObject object, String path) {
    /** The longest text. */
    public static final int LONGEST_TEXT = 2_000;

    private static final int MOST_ENTRIES = 50;

    /**
     * Checks that there is no member of another name.
     *
     * @throws WrongMember if there is one
     */
    public void only(Set<String> known) {
        for (String member : object.keySet()) {
            if (!known.contains(member)) throw wrong(member, "is not a member that is known here");
        }
    }

    /** Whether the member is there. */
    public boolean has(String member) {
        return object.containsKey(member);
    }

    /** A text that is not blank; empty where the member is not there. */
    public Optional<String> text(String member) {
        if (!has(member)) return Optional.empty();
        String text = Json.string(object, member).orElseThrow(() -> wrong(member, "must be a string"));
        if (text.isBlank()) throw wrong(member, "must not be empty");
        if (text.length() > LONGEST_TEXT) throw wrong(member, "must not be longer than " + LONGEST_TEXT);
        return Optional.of(text);
    }

    /** A text that people read. */
    public Optional<String> title(String member, int longest) {
        Optional<String> title = text(member);
        if (title.filter(text -> text.length() > longest || text.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw wrong(member, "must be at most " + longest + " characters, without control characters");
        }
        return title;
    }

    /** One of these values; the first where the member is not there. */
    public String oneOf(String member, List<String> values) {
        String value = text(member).orElse(values.get(0));
        if (!values.contains(value)) throw wrong(member, "must be one of " + String.join(", ", values));
        return value;
    }

    /**
     * True or false.
     *
     * @param otherwise what holds where the member is not there
     */
    public boolean flag(String member, boolean otherwise) {
        JsonValue value = object.get(member);
        if (value == null) return otherwise;
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) return value == JsonValue.TRUE;
        throw wrong(member, "must be true or false");
    }

    /**
     * Strings, of which each counts once; none where the member is not there.
     *
     * @param allowed what each may be; empty where anything goes
     */
    public Set<String> strings(String member, List<String> allowed) {
        String what = "strings" + (allowed.isEmpty() ? "" : " of " + String.join(", ", allowed));
        Set<String> strings = new LinkedHashSet<>();
        for (JsonValue value : array(member, what)) {
            if (!(value instanceof JsonString string)
                    || (!allowed.isEmpty() && !allowed.contains(string.getString()))) {
                throw wrong(member, notAnArrayOf(what));
            }
            strings.add(string.getString());
        }
        return strings;
    }

    /**
     * An array of 50 at most; an empty one where the member is not there.
     *
     * @param what what stands in it, in the plural
     */
    public List<JsonValue> array(String member, String what) {
        if (!has(member)) return List.of();
        if (object.get(member) instanceof JsonArray array && array.size() <= MOST_ENTRIES) return array;
        throw wrong(member, notAnArrayOf(what));
    }

    /** A whole number from {@code min} to {@code max}, both included; empty where the member is not there. */
    public OptionalInt number(String member, int min, int max) {
        if (!has(member)) return OptionalInt.empty();
        if (object.get(member) instanceof JsonNumber number && number.isIntegral()) {
            BigDecimal value = number.bigDecimalValue();
            if (value.compareTo(BigDecimal.valueOf(min)) >= 0 && value.compareTo(BigDecimal.valueOf(max)) <= 0) {
                return OptionalInt.of(value.intValueExact());
            }
        }
        throw wrong(member, "must be a whole number from " + min + " to " + max);
    }

    /** What to throw where a member is wrong. */
    public WrongMember wrong(String member, String sentence) {
        return new WrongMember(path + member, sentence);
    }

    private static String notAnArrayOf(String what) {
        return "must be an array of at most " + MOST_ENTRIES + " " + what;
    }
}
