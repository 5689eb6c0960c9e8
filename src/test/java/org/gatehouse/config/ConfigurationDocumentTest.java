package org.gatehouse.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} says what {@code microprofile-config.properties} says. */
class ConfigurationDocumentTest {
    private static final Path KEYS = Path.of("src/main/resources/META-INF/microprofile-config.properties");
    private static final Path DOCUMENT = Path.of("docs/configuration.md");
    private static final String HEAD =
            "| key | environment variable | default | meaning |\n| --- | --- | --- | --- |\n";

    /** After a change of the keys: {@code mvn test -Dtest=ConfigurationDocumentTest -Ddocs.write=true}. */
    @Test
    void theDocumentHasEveryKeyWithItsDefaultAndMeaning() throws IOException {
        String document = Files.readString(DOCUMENT);
        String table = HEAD + String.join("\n", rows()) + "\n";
        int start = document.indexOf(HEAD);
        if (Boolean.getBoolean("docs.write")) Files.writeString(DOCUMENT, document.substring(0, start) + table);
        else assertEquals(table, document.substring(start));
    }

    private static List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        StringBuilder meaning = new StringBuilder();
        for (String line : Files.readAllLines(KEYS)) {
            if (line.isBlank()) {
                meaning.setLength(0);
            } else if (line.startsWith("#")) {
                meaning.append(meaning.isEmpty() ? "" : " ")
                        .append(line.substring(1).strip());
            } else {
                assertFalse(meaning.isEmpty(), "a comment belongs above " + line);
                String[] pair = line.split("=", 2);
                rows.add(row(pair[0], pair[1], meaning.toString()));
                meaning.setLength(0);
            }
        }
        return rows;
    }

    private static String row(String key, String value, String meaning) {
        String variable = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        String shown = value.isEmpty() ? "" : "`" + value + "`";
        return "| `" + key + "` | `" + variable + "` | " + shown + " | " + meaning.replace("|", "\\|") + " |";
    }
}
