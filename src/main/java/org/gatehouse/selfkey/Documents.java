package org.gatehouse.selfkey;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.file.StoredFile;
import org.gatehouse.http.Json;
import org.jspecify.annotations.Nullable;

/** The documents of a sign-up form. Attributes name them as their parts are named, {@code $document-1} and so on, where a file is to be. */
final class Documents {
    private static final String CONTENT = "content";
    private static final Pattern NAME = Pattern.compile("\\$document-[A-Za-z0-9_-]{1,64}");

    private final Map<String, StoredFile> files = new HashMap<>();

    /** Whether a part of this name is a document. */
    boolean named(String part) {
        return NAME.matcher(part).matches();
    }

    void add(String part, StoredFile file) {
        files.put(part, file);
    }

    /** The ids of all of them. */
    Collection<String> ids() {
        return files.values().stream().map(StoredFile::id).toList();
    }

    /** The attributes with files in place of their names. A name without a document stays as it is, which no schema takes for a file. */
    List<SentAttribute> fill(List<SentAttribute> sent) {
        return sent.stream()
                .map(attribute -> new SentAttribute(attribute.id(), attribute.schemaId(), fill(attribute.data())))
                .toList();
    }

    private JsonValue fill(JsonValue value) {
        if (value instanceof JsonArray array) {
            JsonArrayBuilder filled = Json.array();
            array.forEach(item -> filled.add(fill(item)));
            return filled.build();
        }
        if (value instanceof JsonObject object) return fill(object);
        return file(value)
                .<JsonValue>map(file -> add(Json.object(), file).build())
                .orElse(value);
    }

    /** The name stands in place of a file, or in the file's member {@code content}. */
    private JsonValue fill(JsonObject object) {
        Optional<StoredFile> itself = file(object.get(CONTENT));
        JsonObjectBuilder filled = Json.object();
        object.forEach((name, member) -> {
            if (itself.isEmpty() || !name.equals(CONTENT)) filled.add(name, fill(member));
        });
        return itself.map(file -> add(filled, file)).orElse(filled).build();
    }

    private Optional<StoredFile> file(@Nullable JsonValue name) {
        return name instanceof JsonString text ? Optional.ofNullable(files.get(text.getString())) : Optional.empty();
    }

    private static JsonObjectBuilder add(JsonObjectBuilder object, StoredFile file) {
        return object.add(CONTENT, file.id());
    }
}
