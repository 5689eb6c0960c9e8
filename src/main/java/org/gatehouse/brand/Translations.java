package org.gatehouse.brand;

import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.config.WrongSetting;

/**
 * The texts of pages in languages that Gatehouse has not.
 *
 * @param byLanguage the bundles of each language
 */
record Translations(Map<Locale, Map<Texts, ResourceBundle>> byLanguage) {
    static final Translations NONE = new Translations(Map.of());

    private static final Pattern FILE = Pattern.compile("([a-z]+)_([a-z]{2,3})\\.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+[^}]*\\}");
    private static final Set<String> OURS = Set.of("en", "de");

    /**
     * Reads files by name, such as {@code web_fr.properties}.
     *
     * @throws WrongSetting where a file is of no bundle, or says what the English one does not
     */
    static Translations read(Map<String, String> files) {
        Map<Locale, Map<Texts, ResourceBundle>> languages = new HashMap<>();
        files.forEach((name, text) -> {
            Matcher file = FILE.matcher(name);
            if (!file.matches() || OURS.contains(file.group(2)))
                throw wrong(name, "is not named like web_fr.properties, with a language that is not English or German");
            Texts texts = Set.of(Texts.values()).stream()
                    .filter(known -> known.file().equals(file.group(1)))
                    .findFirst()
                    .orElseThrow(() -> wrong(name, "is of none of web, console, account, review, admin"));
            languages
                    .computeIfAbsent(
                            new Locale.Builder().setLanguage(file.group(2)).build(), language -> new HashMap<>())
                    .put(texts, bundle(name, texts, text));
        });
        return new Translations(languages);
    }

    /** The bundle of this name in views, in this language; empty where it is none of these. */
    Optional<ResourceBundle> bundle(String variable, Locale locale) {
        return Optional.ofNullable(byLanguage.get(Locale.forLanguageTag(locale.getLanguage())))
                .flatMap(bundles -> Texts.of(variable)
                        .map(texts -> Optional.ofNullable(bundles.get(texts)).orElseGet(() -> english(texts))));
    }

    /** The languages. */
    Collection<Locale> languages() {
        return byLanguage.keySet();
    }

    private static ResourceBundle bundle(String name, Texts texts, String text) {
        ResourceBundle english = english(texts);
        Map<String, String> translated = new HashMap<>();
        load(name, text).forEach((key, value) -> translated.put(key.toString(), value.toString()));
        translated.forEach((key, value) -> {
            if (!english.containsKey(key)) throw wrong(name, "has " + key + ", which is no text of ours");
            if (!placeholders(value).equals(placeholders(english.getString(key))))
                throw wrong(name, "has other placeholders in " + key + " than English");
        });
        return new Translation(translated, english);
    }

    private static Properties load(String name, String text) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw wrong(name, "is not a file of properties");
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ResourceBundle english(Texts texts) {
        return ResourceBundle.getBundle(texts.base(), Locale.ENGLISH);
    }

    private static WrongSetting wrong(String file, String sentence) {
        return new WrongSetting(BrandSettings.KEY, "messages/" + file + " " + sentence);
    }
}
