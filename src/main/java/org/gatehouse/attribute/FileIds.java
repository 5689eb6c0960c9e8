package org.gatehouse.attribute;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the files that a value refers to: each stands in a member {@code content}, wherever in the value. */
public final class FileIds {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private FileIds() {}

    /** The ids of the files of a value of this type. */
    public static Set<String> of(String attribute, JsonValue value) {
        Set<String> ids = new TreeSet<>();
        if (AttributeTypes.holdsFiles(attribute)) collect(value, ids);
        return ids;
    }

    private static void collect(JsonValue value, Collection<String> ids) {
        if (value instanceof JsonArray array) array.forEach(item -> collect(item, ids));
        if (!(value instanceof JsonObject object)) return;
        object.values().forEach(member -> collect(member, ids));
        if (object.get("content") instanceof JsonString text
                && ID.matcher(text.getString()).matches()) ids.add(text.getString());
    }
}
