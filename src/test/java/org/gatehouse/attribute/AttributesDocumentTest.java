package org.gatehouse.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/attributes.md} says what the schemas take. */
class AttributesDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern MEMBER = Pattern.compile("`([A-Za-z_0-9]+)`(\\*?)");

    private final Map<String, MatchResult> rows = rows();

    private static Map<String, MatchResult> rows() {
        try {
            Map<String, MatchResult> rows = new TreeMap<>();
            ROW.matcher(Files.readString(Path.of("docs/attributes.md")))
                    .results()
                    .forEach(row -> rows.put(row.group(1), row));
            return rows;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theTableHasEachTypeUnderItsTitle() {
        assertEquals(AttributeTypes.names(), rows.keySet());
        rows.forEach((name, row) -> assertEquals(Schemas.title(name), row.group(2)));
    }

    @Test
    void theTableNamesEachMemberOfAnObjectAndSaysWhetherItMustBeThere() {
        rows.forEach((name, row) -> {
            JsonObject schema = schema(name);
            boolean object = schema.getString("type").equals("object");
            assertEquals(object, row.group(3).startsWith("an object: "), name);
            if (object) assertEquals(members(schema), named(row.group(3)), name);
        });
    }

    @Test
    void aListIsCalledAListAndATextAText() {
        rows.forEach((name, row) -> {
            String type = schema(name).getString("type");
            assertEquals(type.equals("array"), row.group(3).startsWith("a list of "), name);
            assertEquals(type.equals("string"), row.group(3).startsWith("text"), name);
        });
        assertFalse(rows.isEmpty());
    }

    private static List<String> members(JsonObject schema) {
        JsonArray required = schema.getJsonArray("required");
        List<String> members = new ArrayList<>();
        List<String> must = required.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
        schema.getJsonObject("properties")
                .keySet()
                .forEach(name -> members.add(name + (must.contains(name) ? "*" : "")));
        return members;
    }

    private static List<String> named(String text) {
        return MEMBER.matcher(text)
                .results()
                .map(member -> member.group(1) + member.group(2))
                .toList();
    }

    private static JsonObject schema(String name) {
        return Json.createReader(Objects.requireNonNull(Schemas.class.getResourceAsStream(name + ".json"), name))
                .readObject();
    }
}
