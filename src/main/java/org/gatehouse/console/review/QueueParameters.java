package org.gatehouse.console.review;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.QueueFilter;
import org.gatehouse.kyc.application.QueueFilter.Assignee;
import org.gatehouse.kyc.application.Risk;

/** The filters of the queue as they stand in its address; what cannot be read filters nothing. */
final class QueueParameters {
    static final List<String> AGES = List.of("4", "24", "48", "168");

    private static final List<String> NAMES = List.of("client", "template", "status", "age", "assignee", "risk");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Map<String, String> values = new LinkedHashMap<>();

    /** @param parameters of the request */
    QueueParameters(Map<String, String> parameters) {
        NAMES.forEach(name -> Optional.ofNullable(parameters.get(name))
                .filter(value -> ID.matcher(value).matches())
                .ifPresent(value -> values.put(name, value)));
    }

    /** What was said, or nothing. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether anything is filtered beside what always is. */
    boolean any() {
        return !values.isEmpty();
    }

    /** As a query without its question mark. */
    String query() {
        return values.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    QueueFilter filter(String reviewer, Instant now) {
        return new QueueFilter(
                Optional.ofNullable(values.get("client")),
                Optional.ofNullable(values.get("template")),
                statuses(value("status")),
                Optional.of(value("age"))
                        .filter(AGES::contains)
                        .map(age -> now.minus(Duration.ofHours(Long.parseLong(age)))),
                assignee(reviewer),
                risks(value("risk")));
    }

    private Assignee assignee(String reviewer) {
        return switch (value("assignee")) {
            case "mine" -> Assignee.of(Actor.reviewer(reviewer));
            case "nobody" -> Assignee.NOBODY;
            default -> Assignee.ANYBODY;
        };
    }

    private static Set<ApplicationStatus> statuses(String status) {
        return switch (status) {
            case "all" -> which(any -> true);
            case "applicant" -> which(ApplicationStatus::asksApplicant);
            case "closed" -> which(ApplicationStatus::closed);
            default -> which(one -> one.slug().equals(status));
        };
    }

    private static Set<ApplicationStatus> which(Predicate<ApplicationStatus> which) {
        Set<ApplicationStatus> statuses = EnumSet.noneOf(ApplicationStatus.class);
        Arrays.stream(ApplicationStatus.values()).filter(which).forEach(statuses::add);
        return statuses;
    }

    private static Set<Risk> risks(String risk) {
        return risk.equals("any")
                ? EnumSet.of(Risk.LOW, Risk.HIGH)
                : Risk.ofSlug(risk).stream().collect(Collectors.toSet());
    }
}
