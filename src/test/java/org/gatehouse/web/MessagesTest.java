package org.gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.attribute.AttributeTypes;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile("text\\['([^']+)'\\]");
    private static final Pattern PREFIX = Pattern.compile("text\\['([^']+\\.)'\\.concat");

    @Test
    void germanSaysWhatEnglishSays() throws IOException {
        assertEquals(
                load("messages.properties").stringPropertyNames(),
                load("messages_de.properties").stringPropertyNames());
    }

    @Test
    void everySentenceOfAPageExists() throws IOException {
        Set<String> known = load("messages.properties").stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        for (String page : pages()) {
            KEY.matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(missing::add);
            PREFIX.matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .filter(prefix -> known.stream().noneMatch(key -> key.startsWith(prefix)))
                    .forEach(missing::add);
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyAttributeHasAName() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String key : load("messages.properties").stringPropertyNames()) {
            if (key.startsWith("attribute.")) named.add(key.substring("attribute.".length()));
        }
        assertTrue(named.stream().allMatch(AttributeTypes::isName));
        assertEquals(37, named.size(), "one for each type");
    }

    @Test
    void englishIsEnglishOnAServerOfAnyLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            ResourceBundle english = ResourceBundle.getBundle("org.gatehouse.web.messages", Locale.ENGLISH);
            assertEquals("Sign in", english.getString("signin.title"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aRefusalWithoutASentenceIsToldByTheGeneralOne() {
        assertEquals("wrong-signature", Refusals.known("wrong-signature"));
        assertEquals(Refusals.OTHER, Refusals.known("no-such-slug"));
        assertTrue(Refusals.all().contains(Refusals.OTHER));
    }

    @Test
    void noViewPutsScriptOrStyleIntoThePage() throws IOException {
        for (String page : pages()) {
            assertFalse(Pattern.compile("style=|<style|\\son[a-z]+=|javascript:|escape=\"false\"")
                    .matcher(page)
                    .find());
            assertFalse(Pattern.compile("<script(?![^>]* src=)").matcher(page).find());
        }
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp/WEB-INF"))) {
            List<String> pages = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
                pages.add(Files.readString(file));
            }
            return pages;
        }
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/org/gatehouse/web", name))) {
            properties.load(reader);
        }
        return properties;
    }
}
