package org.gatehouse.kyc.review;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Search;

/** The query of a call, whose lists come as {@code name=a,b}, {@code name=a&name=b}, {@code name[]=a} or {@code name[0]=a}. */
final class Query {
    static final int MOST = 500;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern TEMPLATE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int LIMIT = 100;

    private final MultivaluedMap<String, String> parameters;

    /** @param parameters decoded */
    Query(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    Optional<String> one(String name) {
        return Optional.ofNullable(parameters.getFirst(name));
    }

    Set<String> list(String name) {
        Pattern named = Pattern.compile(Pattern.quote(name) + "(\\[[0-9]{0,4}\\])?");
        Set<String> values = new LinkedHashSet<>();
        for (Map.Entry<String, List<String>> each : parameters.entrySet()) {
            if (!named.matcher(each.getKey()).matches()) continue;
            for (String value : each.getValue()) values.addAll(List.of(value.split(",", -1)));
        }
        values.remove("");
        return values;
    }

    /** The members to answer; all if empty. */
    Set<String> fields() {
        return list("fields");
    }

    /** Which applications are looked for; empty where that cannot be read. */
    Optional<Search> search(String client) {
        Optional<Integer> limit = number("limit", LIMIT);
        Optional<Integer> skip = number("skip", 0);
        Optional<Set<ApplicationStatus>> statuses = statuses();
        String sort = one("sort").orElse("createdAt");
        boolean newestFirst = sort.equals("-createdAt");
        if (limit.isEmpty() || limit.get() < 1 || limit.get() > MOST || skip.isEmpty() || statuses.isEmpty())
            return Optional.empty();
        if (!newestFirst && !sort.equals("createdAt")) return Optional.empty();
        Optional<String> template = one("template_id");
        // What cannot be an id is not asked for: PostgreSQL does not take every text.
        if (template.filter(id -> !TEMPLATE.matcher(id).matches()).isPresent()) return Optional.empty();
        return Optional.of(new Search(
                client, Optional.empty(), template, statuses.get(), true, newestFirst, skip.get(), limit.get()));
    }

    private Optional<Integer> number(String name, int otherwise) {
        return one(name)
                .map(text -> NUMBER.matcher(text).matches()
                        ? Optional.of(Integer.parseInt(text))
                        : Optional.<Integer>empty())
                .orElse(Optional.of(otherwise));
    }

    private Optional<Set<ApplicationStatus>> statuses() {
        Set<ApplicationStatus> statuses = EnumSet.noneOf(ApplicationStatus.class);
        for (String code : list("current_statuses")) {
            Optional<ApplicationStatus> status = NUMBER.matcher(code).matches()
                    ? ApplicationStatus.ofCode(Integer.parseInt(code))
                    : Optional.empty();
            if (status.isEmpty()) return Optional.empty();
            statuses.add(status.get());
        }
        return Optional.of(statuses);
    }
}
