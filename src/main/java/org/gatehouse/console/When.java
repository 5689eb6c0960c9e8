package org.gatehouse.console;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.http.Moments;
import org.jspecify.annotations.Nullable;

/**
 * A time as a page shows it.
 *
 * @param at as ISO 8601, which the script of the page shows in the viewer's zone
 * @param text in UTC, for whoever has no script
 */
public record When(String at, String text) {
    /** This time. */
    public static When of(Instant time) {
        return new When(time.toString(), Moments.dateAndTime(time));
    }

    /** This time, or null, for which a page shows nothing. */
    public static @Nullable When of(Optional<Instant> time) {
        return time.map(When::of).orElse(null);
    }
}
