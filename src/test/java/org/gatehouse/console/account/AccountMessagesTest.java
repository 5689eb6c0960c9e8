package org.gatehouse.console.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AccountMessagesTest {
    private static final Pattern KEY = Pattern.compile("mine\\['([^']+)'\\]");

    @Test
    void germanSaysWhatEnglishSays() throws IOException {
        assertEquals(texts("").stringPropertyNames(), texts("_de").stringPropertyNames());
    }

    @Test
    void everySentenceOfAPageExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String page : List.of(
                "account",
                "account/sessions",
                "account/applications",
                "account/kyc",
                "account/data",
                "WEB-INF/account/proof")) {
            KEY.matcher(Files.readString(Path.of("src/main/webapp", page + ".xhtml")))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(missing::add);
        }
        missing.removeAll(texts("").stringPropertyNames());
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyNoteIsASentence() throws IOException {
        Set<String> notes = new TreeSet<>();
        for (String key : texts("").stringPropertyNames())
            if (key.startsWith("note.")) notes.add(key.substring("note.".length()));
        assertEquals(new TreeSet<>(Said.NOTES), notes);
    }

    private static Properties texts(String language) throws IOException {
        Path file = Path.of("src/main/resources/org/gatehouse/console/account/messages" + language + ".properties");
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
