package org.gatehouse.web;

import java.util.Locale;

/**
 * A language that pages speak.
 *
 * @param locale the language
 * @param current whether the page speaks it
 */
public record PageLanguage(Locale locale, boolean current) {
    /** The language's tag (RFC 5646). */
    public String getTag() {
        return locale.toLanguageTag();
    }

    /** What the language calls itself. */
    public String getName() {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    public boolean isCurrent() {
        return current;
    }
}
