package org.gatehouse.attribute;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.http.Json;

/** Our schemas of types as definitions of another JSON Schema (draft-07), which then needs nothing from elsewhere. */
public final class SchemaDefinitions {
    /** What is of use to us alone, or would change what references mean. */
    private static final Set<String> LEFT_OUT = Set.of("$schema", "$id", "errorMessage");

    private SchemaDefinitions() {}

    /** The value of {@code definitions} in a schema that refers to these types. */
    public static JsonObject of(Collection<String> types) {
        JsonObjectBuilder definitions = Json.copy(schema("definitions").getJsonObject("definitions"));
        new TreeSet<>(types).forEach(type -> definitions.add(name(type), schema(type)));
        return definitions.build();
    }

    /** What refers there to a type of this name. */
    public static JsonObject reference(String type) {
        return Json.object().add("$ref", "#/definitions/" + name(type)).build();
    }

    /** Apart from the names of parts, of which one is {@code email} as well. */
    private static String name(String type) {
        return type + ".json";
    }

    private static JsonObject schema(String name) {
        // What the types share stands in a file of its own, and here beside them.
        byte[] text = Schemas.text(name).replace("\"definitions.json#/", "\"#/").getBytes(StandardCharsets.UTF_8);
        return plain(Json.parse(text).orElseThrow()).asJsonObject();
    }

    private static JsonValue plain(JsonValue value) {
        if (value instanceof JsonArray array) {
            JsonArrayBuilder items = Json.array();
            array.forEach(item -> items.add(plain(item)));
            return items.build();
        }
        if (!(value instanceof JsonObject object)) return value;
        JsonObjectBuilder members = Json.object();
        object.forEach((name, member) -> {
            if (!LEFT_OUT.contains(name)) members.add(name, plain(member));
        });
        return members.build();
    }
}
