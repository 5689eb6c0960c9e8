package org.gatehouse.attribute;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.regex.Pattern;

/** Characters that nobody sees and that change what is seen around them, or that no text has. */
public final class Hidden {
    /** Controls, halves of characters, and marks that turn the direction of writing (Unicode Standard Annex #9, section 2). */
    private static final Pattern CHARACTER = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]");

    private Hidden() {}

    /** Whether this text holds one. */
    public static boolean in(String text) {
        return CHARACTER.matcher(text).find();
    }

    /** Whether a text of this value holds one. */
    public static boolean in(JsonValue value) {
        if (value instanceof JsonString text) return in(text.getString());
        if (value instanceof JsonArray array) return array.stream().anyMatch(Hidden::in);
        return value instanceof JsonObject object
                && object.entrySet().stream().anyMatch(member -> in(member.getKey()) || in(member.getValue()));
    }
}
