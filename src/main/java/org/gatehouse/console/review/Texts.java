package org.gatehouse.console.review;

import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words of the desk in the language of the page. */
final class Texts {
    private Texts() {}

    /** The text of this key with these in its places. */
    static String of(String key, Object... arguments) {
        return new MessageFormat(bundle().getString(key), locale()).format(arguments);
    }

    /** The text of this key in the bundle of the pages without state; the key's end where it has none. */
    static String ofPages(String begin, String name) {
        ResourceBundle pages = ResourceBundle.getBundle("org.gatehouse.web.messages", locale());
        return pages.containsKey(begin + name) ? pages.getString(begin + name) : name;
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

    private static ResourceBundle bundle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces.getApplication().getResourceBundle(faces, "desk");
    }
}
