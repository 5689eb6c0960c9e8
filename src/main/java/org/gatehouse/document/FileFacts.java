package org.gatehouse.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.file.StoredFile;
import org.gatehouse.http.Json;
import org.gatehouse.vault.Randomness;

/**
 * Writes into attributes what their files are, as it was found out when they were stored: of a file only its id, in the member {@code content}, is the
 * wallet's to say.
 */
public final class FileFacts {
    private final Function<String, Optional<StoredFile>> files;
    private final Map<String, StoredFile> found = new HashMap<>();
    private boolean missing;

    private FileFacts(Function<String, Optional<StoredFile>> files) {
        this.files = files;
    }

    /**
     * The attributes with what their files are.
     *
     * @param files finds a file of the person's by its id; not asked again after one that is not there
     * @return empty where a file is not there
     */
    public static Optional<List<SentAttribute>> write(
            List<SentAttribute> sent, Function<String, Optional<StoredFile>> files) {
        FileFacts facts = new FileFacts(files);
        List<SentAttribute> written = sent.stream()
                .map(each -> new SentAttribute(each.id(), each.schemaId(), facts.write(each.data())))
                .toList();
        return facts.missing ? Optional.empty() : Optional.of(written);
    }

    private JsonValue write(JsonValue value) {
        if (value instanceof JsonArray array) {
            JsonArrayBuilder written = Json.array();
            array.forEach(item -> written.add(write(item)));
            return written.build();
        }
        return value instanceof JsonObject object ? write(object) : value;
    }

    private JsonObject write(JsonObject object) {
        JsonObjectBuilder written = Json.object();
        object.forEach((name, member) -> written.add(name, write(member)));
        if (object.get("content") instanceof JsonString id && Randomness.isId(id.getString())) {
            file(id.getString()).ifPresent(file -> written.add("name", file.name())
                    .add("mimeType", file.type())
                    .add("size", file.size()));
        }
        return written.build();
    }

    private Optional<StoredFile> file(String id) {
        if (missing) return Optional.empty();
        if (!found.containsKey(id)) files.apply(id).ifPresent(file -> found.put(id, file));
        missing = !found.containsKey(id);
        return Optional.ofNullable(found.get(id));
    }
}
