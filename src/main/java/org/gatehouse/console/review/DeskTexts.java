package org.gatehouse.console.review;

import jakarta.faces.context.FacesContext;
import java.time.Duration;
import java.util.Locale;
import org.gatehouse.console.Texts;

/** Words of the desk in the language of the page. */
final class DeskTexts {
    private DeskTexts() {}

    /** The text of this key with these in its places. */
    static String of(String key, Object... arguments) {
        return Texts.of("desk").get(key, arguments);
    }

    /** The text of this key in the bundle of the pages without state; the key's end where it has none. */
    static String ofPages(String begin, String name) {
        return Texts.of("text").getOr(begin + name, name);
    }

    /** A duration in its largest unit, rounded down: {@code 3 h}. */
    static String span(Duration span) {
        if (span.toDays() >= 2) return of("span.days", span.toDays());
        if (span.toHours() >= 1) return of("span.hours", span.toHours());
        return of("span.minutes", Math.max(1, span.toMinutes()));
    }

    static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
