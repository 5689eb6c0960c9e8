package org.gatehouse.console.trail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.audit.TrailFilter;
import org.gatehouse.console.Asked;
import org.jspecify.annotations.Nullable;

/** What of the trail the page was asked for: the parameters of our own API, times also as forms send them, in UTC. */
final class AskedFilter {
    static final String FROM = "from";
    static final String TO = "to";
    static final List<String> NAMES =
            List.of("action", "outcome", "actor", "account", "client", "wallet", "application", "request");
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private AskedFilter() {}

    /** The filter; empty where something of it cannot be read, for which nothing is found. */
    static Optional<TrailFilter> read() {
        try {
            return Optional.of(new TrailFilter(
                    time(FROM),
                    time(TO),
                    text("action"),
                    text("outcome"),
                    text("actor"),
                    text("account"),
                    text("client"),
                    text("wallet"),
                    text("application"),
                    text("request")));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The same as the query of an address; without a question mark. */
    static String query() {
        Map<String, String> given = new LinkedHashMap<>();
        read().ifPresent(filter -> {
            if (filter.from() != null) given.put(FROM, filter.from().toString());
            if (filter.to() != null) given.put(TO, filter.to().toString());
        });
        NAMES.forEach(name -> Asked.of(name).ifPresent(value -> given.put(name, value)));
        return given.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static @Nullable String text(String name) {
        return Asked.of(name).orElse(null);
    }

    private static @Nullable Instant time(String name) {
        String text = text(name);
        if (text == null) return null;
        Instant time = text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        // What no database keeps as milliseconds is no time of an event.
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) throw new IllegalArgumentException("no time of an event");
        return time;
    }
}
