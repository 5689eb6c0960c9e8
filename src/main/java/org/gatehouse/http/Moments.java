package org.gatehouse.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times for people whose browser runs no script: in UTC, and said to be. The script of the page shows them in the viewer's zone. */
public final class Moments {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Moments() {}

    /** Hours and minutes. */
    public static String timeOfDay(Instant instant) {
        return TIME.format(instant);
    }

    /** The day, hours and minutes. */
    public static String dateAndTime(Instant instant) {
        return DATE_AND_TIME.format(instant);
    }
}
