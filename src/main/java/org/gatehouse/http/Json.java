package org.gatehouse.http;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * JSON in and out. The factories are made once: each static call of {@link jakarta.json.Json} looks the provider up again, which costs more
 * than the parsing.
 */
public final class Json {
    /** The largest body that is read, in bytes. */
    public static final int MAX_BYTES = 16_384;

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonParserFactory PARSERS = PROVIDER.createParserFactory(Map.of());
    private static final JsonGeneratorFactory GENERATORS = PROVIDER.createGeneratorFactory(Map.of());
    private static final JsonWriterFactory PRETTY =
            PROVIDER.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());

    private Json() {}

    /** A new object to fill. */
    public static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    /** A new object with these members, to change. */
    public static JsonObjectBuilder copy(JsonObject object) {
        return BUILDERS.createObjectBuilder(object);
    }

    /** A new object that holds these members, of which more can be added: text, numbers, true and false, and lists and maps of these. */
    public static JsonObjectBuilder object(Map<String, Object> members) {
        return BUILDERS.createObjectBuilder(members);
    }

    /** A new array to fill. */
    public static JsonArrayBuilder array() {
        return BUILDERS.createArrayBuilder();
    }

    /** Writes JSON in UTF-8 piece by piece, for what is too large to be there as a whole. To close it closes the stream. */
    public static JsonGenerator generator(OutputStream out) {
        return GENERATORS.createGenerator(out);
    }

    /**
     * Reads one JSON object in UTF-8, of {@value #MAX_BYTES} bytes at most.
     *
     * @return empty where the body is larger, is not a JSON object, ends before it is whole, or takes too long
     */
    public static Optional<JsonObject> read(InputStream body) {
        return read(body, MAX_BYTES);
    }

    /** The same with another limit, in bytes. */
    public static Optional<JsonObject> read(InputStream body, int most) {
        try {
            byte[] bytes = Timely.read(body, most + 1);
            return bytes.length > most ? Optional.empty() : parse(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads one JSON object; empty where the text is anything else, or goes on behind it. Of members of one name the last counts. */
    public static Optional<JsonObject> parse(byte[] utf8) {
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8)) {
            if (parser.next() != JsonParser.Event.START_OBJECT) return Optional.empty();
            JsonObject object = parser.getObject();
            return parser.hasNext() ? Optional.empty() : Optional.of(object);
        } catch (RuntimeException e) {
            // Not JsonException alone: for text that is too deep or a number that is too long Parsson throws others.
            return Optional.empty();
        }
    }

    /** Reads one JSON array, as {@link #parse} does an object. */
    public static Optional<JsonArray> parseArray(byte[] utf8) {
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8)) {
            if (parser.next() != JsonParser.Event.START_ARRAY) return Optional.empty();
            JsonArray array = parser.getArray();
            return parser.hasNext() ? Optional.empty() : Optional.of(array);
        } catch (RuntimeException e) {
            // As above.
            return Optional.empty();
        }
    }

    /** As people read and edit it: a member on each line. */
    public static String pretty(JsonStructure json) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = PRETTY.createWriter(text)) {
            out.write(json);
        }
        return text.toString().strip();
    }

    /** An object changed by a merge patch (RFC 7396). */
    public static JsonObject merge(JsonObject object, JsonObject patch) {
        return PROVIDER.createMergePatch(patch).apply(object).asJsonObject();
    }

    /** The member of this name if it is a string; empty where it is absent or of another type. */
    public static Optional<String> string(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }

    /** The member of this name if it is a whole number that fits; empty where it is absent or anything else. */
    public static Optional<Integer> integer(JsonObject object, String name) {
        try {
            return object.get(name) instanceof JsonNumber number
                    ? Optional.of(number.intValueExact())
                    : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
