package org.gatehouse.oidc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ui_locales}: the languages that an application asks our pages to speak (OpenID Connect Core 1.0 section 3.1.2.1). */
public final class UiLocales {
    /** The languages of our pages. */
    static final List<String> SPOKEN = List.of("en", "de");

    private UiLocales() {}

    /**
     * The first that our pages speak, whatever its region; empty where they speak none.
     *
     * @param tags separated by spaces
     */
    public static Optional<Locale> spoken(String tags) {
        return Arrays.stream(tags.split(" "))
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .filter(SPOKEN::contains)
                .findFirst()
                .map(Locale::forLanguageTag);
    }
}
