package org.gatehouse.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of all pages: complete in both languages, each of them used, and none missing. */
class BundlesTest {
    private static final Path ROOT = Path.of("src/main/resources/org/gatehouse");
    private static final Map<String, Path> BUNDLES = Map.of(
            "text", ROOT.resolve("web"),
            "say", ROOT.resolve("console"),
            "mine", ROOT.resolve("console/account"),
            "desk", ROOT.resolve("console/review"),
            "adm", ROOT.resolve("console/admin"));
    private static final String VARIABLES = "(text|say|mine|desk|adm)";
    private static final Pattern IN_VIEW = Pattern.compile("\\b" + VARIABLES + "\\['([^']+[^.'])'\\]");
    private static final Pattern NOTICE =
            Pattern.compile("\\b(?:done|refuse)\\(\\s*\"" + VARIABLES + "\",\\s*\"([^\"]+[^.\"])\"\\s*\\)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+[^}]*\\}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    /** Words that German has too, and names. */
    private static final Set<String> SAME_IN_GERMAN = Set.of(
            "Gatehouse",
            "Idena",
            "SelfKey",
            "Ethereum",
            "Webhook",
            "Webhooks",
            "Wallet",
            "Wallets",
            "Status",
            "Person",
            "Name",
            "Support",
            "Team",
            "Client",
            "Token",
            "Text",
            "Version",
            "Browser",
            "Computer",
            "System",
            "Server",
            "Details",
            "Export",
            "Trust",
            "Website",
            "Import",
            "JSON",
            "Filter",
            "Code",
            "Link",
            "Links",
            "Chat",
            "Region",
            "Selfie",
            "Administrator",
            "Administration",
            "Configuration",
            "Suspended",
            "Undefined",
            "Invite",
            "Candidate",
            "Newbie",
            "Verified",
            "Human",
            "Killed",
            "Zombie",
            "PKCE",
            "HTTP",
            "HTTPS",
            "JWKS",
            "OpenID",
            "Connect",
            "OAuth",
            "Lines",
            "Scope",
            "Scopes",
            "Format",
            "Start",
            "Hash",
            "Test",
            "Tests",
            "Audience",
            "Issuer",
            "Curl",
            "nginx",
            "Spring",
            "Boot",
            "Logout",
            "Position",
            "Node",
            "Passport",
            "Optional",
            "Stake",
            "client",
            "iDNA",
            "openid",
            "Payara",
            "WildFly",
            "MicroProfile",
            "Apache",
            "Traefik");

    @Test
    void germanSaysAllThatEnglishSays() throws IOException {
        for (Path bundle : BUNDLES.values()) {
            assertEquals(
                    english(bundle).stringPropertyNames(), german(bundle).stringPropertyNames(), bundle.toString());
        }
    }

    @Test
    void nothingIsEmptyAndPlaceholdersAreTheSame() throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (Path bundle : BUNDLES.values()) {
            Properties german = german(bundle);
            english(bundle).forEach((key, value) -> {
                String translated = german.getProperty(key.toString(), "");
                if (value.toString().isBlank()
                        || translated.isBlank()
                        || !placeholders(value.toString()).equals(placeholders(translated)))
                    wrong.add(bundle.getFileName() + " " + key);
            });
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void noEnglishIsLeftInGerman() throws IOException {
        Map<String, String> left = new TreeMap<>();
        for (Path bundle : BUNDLES.values()) {
            Properties german = german(bundle);
            english(bundle).forEach((key, value) -> {
                if (value.equals(german.getProperty(key.toString())) && isEnglish(value.toString()))
                    left.put(bundle.getFileName() + " " + key, value.toString());
            });
        }
        assertEquals(Map.of(), left);
    }

    @Test
    void everyTextOfAPageExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String source : sources().values()) {
            for (Pattern use : Set.of(IN_VIEW, NOTICE)) {
                for (MatchResult found : use.matcher(source).results().toList()) {
                    Path bundle = Objects.requireNonNull(BUNDLES.get(found.group(1)));
                    if (!english(bundle).containsKey(found.group(2))) missing.add(found.group());
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyTextIsUsed() throws IOException {
        String all = String.join("\n", sources().values());
        Set<String> unused = new TreeSet<>();
        for (Path bundle : BUNDLES.values()) {
            english(bundle).stringPropertyNames().stream()
                    .filter(key -> !key.startsWith("jakarta.faces."))
                    .filter(key -> !mentions(all, key))
                    .forEach(key -> unused.add(bundle.getFileName() + " " + key));
        }
        assertEquals(Set.of(), unused);
    }

    /** Whether a source names the key, or what it begins with up to a dot. */
    private static boolean mentions(String sources, String key) {
        for (int end = key.length(); end > 0; end = key.lastIndexOf('.', end - 2) + 1) {
            String part = key.substring(0, end);
            if (sources.contains("'" + part + "'") || sources.contains("\"" + part + "\"")) return true;
        }
        return false;
    }

    private static boolean isEnglish(String value) {
        return WORD.matcher(PLACEHOLDER.matcher(value).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .anyMatch(word -> !SAME_IN_GERMAN.contains(word));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Map<Path, String> sources() throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        for (Path root : Set.of(Path.of("src/main/webapp"), Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(xhtml|java|js)"))
                        .toList()) {
                    sources.put(file, Files.readString(file));
                }
            }
        }
        return sources;
    }

    private static Properties english(Path bundle) throws IOException {
        return load(bundle.resolve("messages.properties"));
    }

    private static Properties german(Path bundle) throws IOException {
        return load(bundle.resolve("messages_de.properties"));
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
