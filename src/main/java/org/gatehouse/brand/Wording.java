package org.gatehouse.brand;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something to say, in one language or in several.
 *
 * @param byLanguage never empty; the language is {@code ""} where it is the same in all
 */
record Wording(Map<String, String> byLanguage) {
    private static final String ANY = "";

    /** What JSON says: a text for all languages, or an object of texts by language; empty where it is neither, or says nothing. */
    static Optional<Wording> of(JsonValue value) {
        Map<String, String> texts = new TreeMap<>();
        if (value instanceof JsonString text) {
            texts.put(ANY, text.getString().strip());
        } else if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.entrySet()) {
                if (!(member.getValue() instanceof JsonString text)
                        || !member.getKey().matches("[a-z]{2,3}")) return Optional.empty();
                texts.put(member.getKey(), text.getString().strip());
            }
        }
        return texts.isEmpty() || texts.containsValue("") ? Optional.empty() : Optional.of(new Wording(texts));
    }

    /** The text in this language; where there is none, in English, or else in whichever there is. */
    String in(Locale locale) {
        return Optional.ofNullable(byLanguage.get(locale.getLanguage()))
                .or(() -> Optional.ofNullable(byLanguage.get("en")))
                .orElseGet(() -> byLanguage.values().iterator().next());
    }
}
