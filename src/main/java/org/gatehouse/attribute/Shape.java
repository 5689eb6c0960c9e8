package org.gatehouse.attribute;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gatehouse.http.Json;

/**
 * What values of a type consist of, as our own schema has it: what a form asks for.
 *
 * @param members the members, in the schema's order
 */
public record Shape(List<Member> members) {
    private static final Map<String, Shape> BY_NAME = load();

    public Shape {
        members = List.copyOf(members);
    }

    /** What a member is. */
    public enum Kind {
        TEXT,
        /** Several texts, an array. */
        TEXTS,
        /** A day, {@code YYYY-MM-DD}. */
        DATE,
        EMAIL,
        /** A country's code. */
        COUNTRY,
        /** One of the choices. */
        CHOICE,
        /** An object whose member {@code content} is the id of a file. */
        FILE,
        /** Several of these, an array. */
        FILES
    }

    /**
     * A part of a value.
     *
     * @param path where it stands: the names that lead to it with dots between them, such as {@code selfie.image}; empty where it is the whole value
     * @param kind what it is
     * @param required whether no value is right without it
     * @param choices of {@link Kind#COUNTRY} and {@link Kind#CHOICE} the values that there are, of {@link Kind#FILE} and {@link Kind#FILES} the media types
     */
    public record Member(String path, Kind kind, boolean required, List<String> choices) {
        public Member {
            choices = List.copyOf(choices);
        }

        /** Whether it is made of files. */
        public boolean ofFiles() {
            return kind == Kind.FILE || kind == Kind.FILES;
        }
    }

    /** The shape of a type; empty where its values nest deeper than a form can ask for. */
    public static Optional<Shape> of(String attribute) {
        return Optional.ofNullable(BY_NAME.get(attribute));
    }

    /**
     * The value that has these parts.
     *
     * @param parts by the paths of the members; those that are absent are left out
     */
    public JsonValue value(Map<String, JsonValue> parts) {
        if (parts.containsKey("")) return Objects.requireNonNull(parts.get(""));
        Map<String, Map<String, JsonValue>> inner = new LinkedHashMap<>();
        JsonObjectBuilder value = Json.object();
        for (Member member : members) {
            JsonValue part = parts.get(member.path);
            if (part == null) continue;
            int dot = member.path.indexOf('.');
            if (dot < 0) value.add(member.path, part);
            else
                inner.computeIfAbsent(member.path.substring(0, dot), name -> new LinkedHashMap<>())
                        .put(member.path.substring(dot + 1), part);
        }
        inner.forEach((name, members) -> {
            JsonObjectBuilder object = Json.object();
            members.forEach(object::add);
            value.add(name, object);
        });
        return value.build();
    }

    private static Map<String, Shape> load() {
        JsonObject shared = schema(Schemas.SHARED).getJsonObject("definitions");
        Map<String, Shape> shapes = new TreeMap<>();
        for (String name : AttributeTypes.names()) {
            List<Member> members = new ArrayList<>();
            if (new Walk(shared, members).take(schema(name), "", true)) shapes.put(name, new Shape(members));
        }
        return Map.copyOf(shapes);
    }

    private static JsonObject schema(String name) {
        return Json.parse(Schemas.text(name).getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    /** A walk through one schema. */
    private record Walk(JsonObject shared, List<Member> into) {
        private static final String REFERENCE = "$ref";
        private static final String COUNTRY = "/country";

        /** Takes what stands at this path; false where it is nothing for a form. */
        boolean take(JsonObject given, String path, boolean required) {
            JsonObject schema = resolve(given);
            return switch (schema.getString("type", "")) {
                case "string" -> into.add(text(given, schema, path, required));
                case "array" -> takeArray(resolve(schema.getJsonObject("items")), path, required);
                case "object" ->
                    isFile(schema)
                            ? into.add(new Member(path, Kind.FILE, required, mediaTypes(schema)))
                            : path.indexOf('.') < 0 && takeObject(schema, path, required);
                default -> false;
            };
        }

        private boolean takeArray(JsonObject item, String path, boolean required) {
            if (isFile(item)) return into.add(new Member(path, Kind.FILES, required, mediaTypes(item)));
            return item.getString("type", "").equals("string")
                    && into.add(new Member(path, Kind.TEXTS, required, List.of()));
        }

        private boolean takeObject(JsonObject schema, String path, boolean required) {
            Set<String> demanded = Set.copyOf(texts(schema.getJsonArray("required")));
            return schema.getJsonObject("properties").entrySet().stream()
                    .allMatch(property -> take(
                            property.getValue().asJsonObject(),
                            path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                            required && demanded.contains(property.getKey())));
        }

        private static Member text(JsonObject given, JsonObject schema, String path, boolean required) {
            Kind kind =
                    switch (schema.getString("format", "")) {
                        case "date" -> Kind.DATE;
                        case "email" -> Kind.EMAIL;
                        default -> Kind.TEXT;
                    };
            if (!schema.containsKey("enum")) return new Member(path, kind, required, List.of());
            boolean country = given.getString(REFERENCE, "").endsWith(COUNTRY);
            return new Member(path, country ? Kind.COUNTRY : Kind.CHOICE, required, texts(schema.getJsonArray("enum")));
        }

        private JsonObject resolve(JsonObject schema) {
            String reference = schema.getString(REFERENCE, "");
            return reference.isEmpty()
                    ? schema
                    : shared.getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
        }

        private static boolean isFile(JsonObject schema) {
            JsonObject properties = schema.getJsonObject("properties");
            return properties != null && properties.containsKey("mimeType");
        }

        private static List<String> mediaTypes(JsonObject file) {
            return texts(
                    file.getJsonObject("properties").getJsonObject("mimeType").getJsonArray("enum"));
        }

        private static List<String> texts(JsonArray array) {
            return array == null ? List.of() : array.getValuesAs(JsonString::getString);
        }
    }
}
