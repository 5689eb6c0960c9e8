package org.gatehouse.kyc.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.outbox.Reply;

/** When a delivery is tried again: as the Standard Webhooks specification suggests, ten tries in a little more than three days. */
final class Retries {
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** The statuses whose {@code Retry-After} counts: 429 Too Many Requests and 503 Service Unavailable. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private static final Duration LONGEST_WISH = Duration.ofHours(24);

    private Retries() {}

    /**
     * When to try again.
     *
     * @param number which try has failed, from 1
     * @return not before the time that a busy receiver asked for, up to 24 hours; empty after the last try
     */
    static Optional<Instant> next(int number, Reply reply, Instant now) {
        if (number > DELAYS.size()) return Optional.empty();
        Instant planned = now.plus(DELAYS.get(number - 1));
        return Optional.of(wish(reply, now).filter(planned::isBefore).orElse(planned));
    }

    private static Optional<Instant> wish(Reply reply, Instant now) {
        if (reply.status().filter(BUSY::contains).isEmpty()) return Optional.empty();
        Instant longest = now.plus(LONGEST_WISH);
        return reply.retryAfter().flatMap(text -> time(text, now)).map(time -> time.isAfter(longest) ? longest : time);
    }

    /** RFC 9110 section 10.2.3: seconds, or a date. */
    private static Optional<Instant> time(String text, Instant now) {
        if (text.matches("[0-9]{1,9}")) return Optional.of(now.plusSeconds(Long.parseLong(text)));
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
