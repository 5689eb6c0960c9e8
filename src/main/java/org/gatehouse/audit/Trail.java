package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the trail. */
@Dependent
@Transactional
public class Trail {
    /** More events than this are not counted. */
    public static final int MOST_COUNTED = 10_000;

    private static final long HOUR = 3_600_000;
    private static final int FIRST_ACTION = 3;
    private static final String NEWEST_FIRST = " order by a.happenedAt desc, a.id desc";

    private final EntityManager entities;
    private final AuditKey key;

    @Inject
    Trail(EntityManager entities, AuditKey key) {
        this.entities = entities;
        this.key = key;
    }

    /**
     * A page of what the trail tells, the newest first.
     *
     * @param skip how many are left out
     * @param limit how many there are at most
     */
    public List<TrailEvent> search(TrailFilter filter, int skip, int limit) {
        return page(new TrailQuery(filter, key), skip, limit);
    }

    /**
     * The page that comes after an event, however many have come since.
     *
     * @param cursor of that event ({@link TrailEvent#cursor})
     * @param limit how many there are at most
     */
    public List<TrailEvent> searchAfter(TrailFilter filter, String cursor, int limit) {
        return page(new TrailQuery(filter, key).after(cursor), 0, limit);
    }

    private List<TrailEvent> page(TrailQuery query, int skip, int limit) {
        return query.select(entities, "a", AuditRow.class, NEWEST_FIRST)
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultStream()
                .map(TrailEvent::of)
                .toList();
    }

    /** How many there are, {@value #MOST_COUNTED} at most. */
    public int count(TrailFilter filter) {
        return new TrailQuery(filter, key)
                .select(entities, "a.id", String.class, "")
                .setMaxResults(MOST_COUNTED)
                .getResultList()
                .size();
    }

    /**
     * A page of what is chained, in the order of the chain.
     *
     * @param number of the event that it comes after; 0 for the first page
     * @param limit how many there are at most
     */
    public List<TrailEvent> chained(TrailFilter filter, long number, int limit) {
        return new TrailQuery(filter, key)
                .chainedAfter(number)
                .select(entities, "a", AuditRow.class, " order by a.number")
                .setMaxResults(limit)
                .getResultStream()
                .map(TrailEvent::of)
                .toList();
    }

    /** How often what happened in each hour of a time, from the first to before the second, by the hours of UTC; in no order. */
    public List<Hourly> perHour(Instant from, Instant to) {
        return perHour("", List.of(), from, to);
    }

    /** The same of these actions alone, which is much less to read. */
    public List<Hourly> perHour(Set<String> actions, Instant from, Instant to) {
        if (actions.isEmpty()) return List.of();
        List<String> names = List.copyOf(actions);
        String places = IntStream.range(0, names.size())
                .mapToObj(i -> "?" + (i + FIRST_ACTION))
                .collect(Collectors.joining(", "));
        return perHour(" and action in (" + places + ")", names, from, to);
    }

    private List<Hourly> perHour(String which, List<String> actions, Instant from, Instant to) {
        String hour = "happened_at / " + HOUR;
        Query query = entities.createNativeQuery("select " + hour + ", action, network, outcome, count(*)"
                        + " from audit_event where happened_at >= ?1 and happened_at < ?2" + which
                        + " group by " + hour + ", action, network, outcome")
                .setParameter(1, from.toEpochMilli())
                .setParameter(2, to.toEpochMilli());
        for (int i = 0; i < actions.size(); i++) query.setParameter(i + FIRST_ACTION, actions.get(i));
        List<?> found = query.getResultList();
        return found.stream().map(row -> hourly((Object[]) row)).toList();
    }

    private static Hourly hourly(Object[] row) {
        return new Hourly(
                Instant.ofEpochMilli(((Number) row[0]).longValue() * HOUR),
                (String) row[1],
                Optional.ofNullable((String) row[2]),
                (String) row[3],
                ((Number) row[4]).longValue());
    }

    /**
     * How often something happened in an hour.
     *
     * @param hour when the hour begins
     * @param network the kind of wallet, where there was one
     */
    public record Hourly(Instant hour, String action, Optional<String> network, String outcome, long count) {}

    /**
     * A page of what the trail tells of an account and of what its person did, the oldest first.
     *
     * @param skip how many are left out
     * @param limit how many there are at most
     */
    public List<Told> of(String account, int skip, int limit) {
        return entities.createQuery(
                        "select a from AuditRow a where a.accountId = :account or a.actor = :actor order by a.happenedAt, a.id",
                        AuditRow.class)
                .setParameter("account", account)
                .setParameter("actor", Circumstances.ACCOUNT + account)
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Told(
                        row.happenedAt,
                        row.action,
                        row.outcome,
                        Optional.ofNullable(row.clientId),
                        Optional.ofNullable(row.subjectMac)))
                .toList();
    }

    /** An event of the trail without its detail, which may name others; of its subject there is the keyed hash. */
    public record Told(
            Instant at, String action, String outcome, Optional<String> client, Optional<String> subjectMac) {}
}
