package org.gatehouse.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.http.Json;
import org.jspecify.annotations.Nullable;

/** Reads attributes as wallets send them: {@code [{"id", "schemaId", "schema", "data"}]}. */
public final class SentAttributes {
    private SentAttributes() {}

    /**
     * The attributes of a request.
     *
     * @param attributes what stands where they should be; null where nothing does
     * @return empty where it is not an array of objects
     */
    public static Optional<List<SentAttribute>> read(@Nullable JsonValue attributes) {
        if (!(attributes instanceof JsonArray array)) return Optional.empty();
        List<SentAttribute> sent = new ArrayList<>();
        for (JsonValue one : array) {
            if (!(one instanceof JsonObject object)) return Optional.empty();
            sent.add(read(object));
        }
        return Optional.of(sent);
    }

    /** The schema itself is never looked at, but for its name where nothing else tells it: wallets before 1.1.0 send no {@code schemaId}. */
    private static SentAttribute read(JsonObject object) {
        Optional<String> schemaId = Json.string(object, "schemaId").or(() -> schemaName(object));
        return new SentAttribute(id(object), schemaId, object.getOrDefault("data", JsonValue.NULL));
    }

    private static Optional<String> schemaName(JsonObject object) {
        return object.get("schema") instanceof JsonObject schema ? Json.string(schema, "$id") : Optional.empty();
    }

    /** Wallets before 1.1.0 may send the number that the attribute has in them. */
    private static Optional<String> id(JsonObject object) {
        JsonValue id = object.get("id");
        if (id instanceof JsonString text) return Optional.of(text.getString());
        return id instanceof JsonNumber number ? Optional.of(number.toString()) : Optional.empty();
    }
}
