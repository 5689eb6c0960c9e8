package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents show the very classes that the tests deploy. */
class DocumentTest {
    private static final Path SOURCES = Path.of("src", "test", "java", "org", "gatehouse");

    @ParameterizedTest
    @CsvSource({"PORTALS, Payara, portal", "PORTALS, WildFly, portal", "SELFKEY, Your own user system, rpums"})
    void everyLineOfAClassInTheDocumentStandsInItsSourceInTheSameOrder(
            Document document, String section, String sources) throws IOException {
        Map<String, String> files = document.files(section);
        assertFalse(files.isEmpty());
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!file.getKey().endsWith(".java")) continue;
            Iterator<String> source = Files.readAllLines(
                            SOURCES.resolve(sources).resolve(file.getKey()))
                    .iterator();
            for (String line : file.getValue().lines().toList()) {
                boolean found = false;
                while (!found && source.hasNext()) found = source.next().equals(line);
                assertEquals(true, found, () -> file.getKey() + " does not have, at this place: " + line);
            }
        }
    }

    @Test
    void theDocumentsHaveTheFilesThatAnApplicationIsMadeOf() {
        assertEquals(
                Set.of(
                        "clients.json",
                        "PortalLogin.java",
                        "PortalSettings.java",
                        "PortalSignOut.java",
                        "WEB-INF/web.xml"),
                Document.PORTALS.files("Payara").keySet());
        assertEquals(
                Set.of("clients.json", "WEB-INF/oidc.json", "WEB-INF/web.xml", "ElytronSignOut.java"),
                Document.PORTALS.files("WildFly").keySet());
        assertEquals(
                Set.of(
                        "clients.json",
                        "META-INF/microprofile-config.properties",
                        "WEB-INF/web.xml",
                        "UserSystem.java",
                        "UsersResource.java"),
                Document.SELFKEY.files("Your own user system").keySet());
        assertEquals(
                Set.of("clients.json", "login.html"),
                Document.PORTALS.files("SelfKey").keySet());
    }
}
