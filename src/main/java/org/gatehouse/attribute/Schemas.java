package org.gatehouse.attribute;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.PatternFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Our own schemas of the types (JSON Schema draft-07), which stand beside this class. All are read when the class is: nothing is fetched from anywhere,
 * and a wrong one stops whoever asks first.
 */
final class Schemas {
    static final String SHARED = "definitions";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    /**
     * As browsers and the wallet have it (HTML Living Standard, "valid e-mail address"). What was matched is never given back: Java would keep each label of
     * a long value on its stack.
     */
    private static final String EMAIL = "\\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++@" + LABEL + "(?:\\." + LABEL + ")*+\\z";

    private static final Map<String, Schema> BY_NAME = load();

    private Schemas() {}

    private static Map<String, Schema> load() {
        Map<String, String> texts = new HashMap<>();
        TreeSet<String> files = new TreeSet<>(AttributeTypes.names());
        files.add(SHARED);
        files.forEach(name -> texts.put(AttributeTypes.schemaId(name), text(name)));
        SchemaRegistry registry = SchemaRegistry.withDialect(
                dialect(), builder -> builder.schemas(texts).schemaRegistryConfig(config()));
        Map<String, Schema> schemas = new HashMap<>();
        for (String name : AttributeTypes.names()) {
            Schema schema = registry.getSchema(SchemaLocation.of(AttributeTypes.schemaId(name)));
            schema.initializeValidators();
            schemas.put(name, schema);
        }
        return Map.copyOf(schemas);
    }

    /** The validator's own format of e-mail addresses knows the domains of the day that it was made. */
    private static Dialect dialect() {
        return Dialect.builder(Dialects.getDraft7())
                .format(PatternFormat.of("email", EMAIL, "format.email"))
                .build();
    }

    private static SchemaRegistryConfig config() {
        return SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .errorMessageKeyword("errorMessage")
                .build();
    }

    /** A schema as it stands beside this class. */
    static String text(String name) {
        try (InputStream file = Objects.requireNonNull(Schemas.class.getResourceAsStream(name + ".json"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What people call the type of this name. */
    static String title(String name) {
        return schema(name).getSchemaNode().path("title").asString();
    }

    /**
     * What is wrong with a value.
     *
     * @param name the name of its type
     * @param json the value
     * @return the end of a sentence that begins with the attribute's title, without anything of the value; empty where the value is right
     */
    static Optional<String> fault(String name, String json) {
        try {
            List<Error> errors = schema(name).validate(json, InputFormat.JSON);
            return errors.stream().findFirst().map(Schemas::said);
        } catch (JacksonException | StackOverflowError e) {
            // Deeper, or with longer numbers, than the validator reads.
            return Optional.of(" cannot be read");
        }
    }

    private static Schema schema(String name) {
        return Objects.requireNonNull(BY_NAME.get(name), name);
    }

    private static String said(Error error) {
        StringBuilder where = new StringBuilder();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            // Names of the schema alone: members that it does not know are never wrong.
            where.append(i == 0 ? ": " : " ").append(error.getInstanceLocation().getElement(i));
        }
        return where.append(' ')
                .append(error.isCustomMessage() ? error.getMessage() : reason(error))
                .toString();
    }

    private static String reason(Error error) {
        @Nullable String keyword = error.getKeyword();
        return switch (keyword == null ? "" : keyword) {
            case "required" -> "lacks " + error.getProperty();
            case "type" -> "has the wrong form";
            case "enum" -> "is none of the values that there are";
            case "minLength", "minItems" -> "is empty";
            case "maxLength", "maxItems" -> "is too long";
            case "minimum" -> "is too small";
            case "maximum" -> "is too large";
            case "uniqueItems" -> "names one twice";
            default -> "is not right";
        };
    }
}
