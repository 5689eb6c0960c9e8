package org.gatehouse.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.jspecify.annotations.Nullable;

/** Makes the query of a filter: only what is asked for stands in it. */
final class TrailQuery {
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})-([0-9a-f]{32})");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    TrailQuery(TrailFilter filter, AuditKey key) {
        add("a.happenedAt >= :from", "from", filter.from());
        add("a.happenedAt < :to", "to", filter.to());
        if (filter.action() != null) add("a.action like :action", "action", filter.action() + "%");
        if (TrailFilter.NOT_OK.equals(filter.outcome())) add("a.outcome <> :outcome", "outcome", AuditEvent.OK);
        else add("a.outcome = :outcome", "outcome", text(filter.outcome()));
        add("a.actor = :actor", "actor", text(filter.actor()));
        if (filter.account() != null) {
            add("(a.accountId = :account or a.actor = :byAccount)", "account", text(filter.account()));
            parameters.put("byAccount", Circumstances.ACCOUNT + text(filter.account()));
        }
        add("a.clientId = :client", "client", text(filter.client()));
        if (filter.wallet() != null) add("a.subjectMac in :subjects", "subjects", subjects(filter.wallet(), key));
        add("a.applicationId = :application", "application", text(filter.application()));
        add("a.requestId = :request", "request", text(filter.request()));
    }

    /** No database takes every text that someone sends: a zero byte matches nothing. */
    private static @Nullable String text(@Nullable String sent) {
        return sent == null ? null : sent.replace('\0', '?');
    }

    private static List<String> subjects(String wallet, AuditKey key) {
        List<String> subjects = new ArrayList<>();
        subjects.add(key.subject(wallet));
        try {
            Address address = Address.parse(wallet);
            subjects.add(key.subject(AccountId.idena(address).toString()));
            subjects.add(key.subject(AccountId.ethereum(address).toString()));
        } catch (IllegalArgumentException e) {
            account(wallet).ifPresent(id -> subjects.add(key.subject(id)));
        }
        return subjects;
    }

    private static Optional<String> account(String text) {
        try {
            return Optional.of(AccountId.parse(text).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Only what is older than the event of this cursor; nothing at all where the text is none. */
    TrailQuery after(String cursor) {
        Matcher found = CURSOR.matcher(cursor);
        boolean known = found.matches() && Randomness.isId(found.group(2));
        Instant at = known ? Instant.ofEpochMilli(Long.parseLong(found.group(1))) : Instant.EPOCH;
        add("(a.happenedAt < :cursorAt or (a.happenedAt = :cursorAt and a.id < :cursorId))", "cursorAt", at);
        parameters.put("cursorId", known ? found.group(2) : "");
        return this;
    }

    /** Only what is chained, from the first that comes after this number. */
    TrailQuery chainedAfter(long number) {
        add("a.number > :number", "number", number);
        return this;
    }

    private void add(String condition, String name, @Nullable Object value) {
        if (value == null) return;
        conditions.add(condition);
        parameters.put(name, value);
    }

    /** The query. */
    <T> TypedQuery<T> select(EntityManager entities, String what, Class<T> type, String order) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> query = entities.createQuery("select " + what + " from AuditRow a" + where + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}
