package org.gatehouse.console.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Trail;
import org.gatehouse.console.Texts;

/** What the trail says of sign-ins in some hours: how many, with which wallets, and why not. */
final class SignIns {
    /** What begins or renews a session, or is refused on the way there. */
    private static final Set<String> ACTIONS = Set.of(
            "session.begin",
            "session.renew",
            "session.confirm",
            "idena.start-session",
            "idena.authenticate",
            "selfkey.authenticate");
    /** What else is refused to people and to applications. */
    private static final Set<String> REFUSED = Set.of(
            "wallet.link", "grant.redeem", "grant.refresh", "grant.reuse", "client.authenticate", "selfkey.login");

    private static final Set<String> DONE = Set.of("session.begin", "session.renew");
    private static final String OTHER = "other";
    private static final int MOST_REASONS = 12;

    private final List<Instant> hours;
    private final List<Trail.Hourly> events;

    private SignIns(List<Instant> hours, List<Trail.Hourly> events) {
        this.hours = hours;
        this.events = events;
    }

    /** Those of so many hours that end with the current one. */
    static SignIns of(Trail trail, Instant now, int hours) {
        Instant end = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        Instant begin = end.minus(Duration.ofHours(hours));
        List<Instant> all = new ArrayList<>();
        for (int i = 0; i < hours; i++) all.add(begin.plus(Duration.ofHours(i)));
        Set<String> asked = new HashSet<>(ACTIONS);
        asked.addAll(REFUSED);
        return new SignIns(all, trail.perHour(asked, begin, end));
    }

    /** How many sessions began or were renewed. */
    long done() {
        return events.stream()
                .filter(SignIns::done)
                .mapToLong(Trail.Hourly::count)
                .sum();
    }

    /** How many sign-ins were refused. */
    long refused() {
        return events.stream()
                .filter(SignIns::refused)
                .mapToLong(Trail.Hourly::count)
                .sum();
    }

    private static boolean done(Trail.Hourly event) {
        return DONE.contains(event.action()) && event.outcome().equals(AuditEvent.OK);
    }

    private static boolean refused(Trail.Hourly event) {
        return ACTIONS.contains(event.action()) && !event.outcome().equals(AuditEvent.OK);
    }

    /** By hour, wallet and outcome. */
    Chart byHour(Texts texts) {
        Map<String, long[]> figures = new TreeMap<>();
        Map<Instant, Integer> places = new HashMap<>();
        for (int i = 0; i < hours.size(); i++) places.put(hours.get(i), i);
        for (Trail.Hourly event : events) {
            boolean done = done(event);
            Integer place = places.get(event.hour());
            if (place == null || (!done && !refused(event))) continue;
            figures.computeIfAbsent(
                                    event.network().orElse(OTHER) + (done ? ".ok" : ".refused"),
                                    none -> new long[hours.size()])[place] +=
                    event.count();
        }
        List<Chart.Series> series = new ArrayList<>();
        figures.forEach((name, values) ->
                series.add(new Chart.Series(texts.get("overview.series." + name), colour(name), longs(values))));
        return new Chart(hours.stream().map(Instant::toString).toList(), series, false);
    }

    /** The same colour for the same thing, whatever else there is. */
    private static int colour(String name) {
        return switch (name) {
            case "idena.ok" -> 1;
            case "idena.refused" -> 5;
            case "selfkey.ok" -> 3;
            case "selfkey.refused" -> 2;
            case "other.ok" -> 6;
            default -> 4;
        };
    }

    private static List<Long> longs(long[] values) {
        List<Long> list = new ArrayList<>();
        for (long value : values) list.add(value);
        return list;
    }

    /** Why people and applications were refused, what is most frequent first. */
    Chart byReason(Texts texts) {
        Map<String, Long> reasons = new HashMap<>();
        for (Trail.Hourly event : events) {
            boolean counts = ACTIONS.contains(event.action()) || REFUSED.contains(event.action());
            if (counts && !event.outcome().equals(AuditEvent.OK))
                reasons.merge(event.outcome(), event.count(), Long::sum);
        }
        List<Map.Entry<String, Long>> most = reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_REASONS)
                .toList();
        return new Chart(
                most.stream()
                        .map(one -> texts.getOr("trail.outcome." + one.getKey(), one.getKey()))
                        .toList(),
                List.of(new Chart.Series(
                        texts.get("overview.refusals"),
                        5,
                        most.stream().map(Map.Entry::getValue).toList())),
                true);
    }
}
