package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Applications of all clients as reviewers look for them. No content is opened: each call is one query over columns with an index. */
@Dependent
@Transactional
public class Queue {
    private final EntityManager entities;

    @Inject
    Queue(EntityManager entities) {
        this.entities = entities;
    }

    /** Those that are looked for, in this order. */
    public List<QueueLine> lines(QueueFilter filter, QueueFilter.Order order, boolean descending, int skip, int limit) {
        String way = descending ? " desc" : "";
        // Where some do not wait, the databases disagree which come first.
        boolean mixed = order == QueueFilter.Order.DUE && !filter.statuses().isEmpty();
        return ask(
                        "select " + QueueLine.COLUMNS
                                + (mixed ? ", case when a.dueAt is null then 1 else 0 end as others" : "")
                                + " from ApplicationRow a where" + which(filter) + " order by "
                                + (mixed ? "others, " : "") + order.column() + way + ", a.id" + way,
                        filter,
                        Object[].class)
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultStream()
                .map(QueueLine::of)
                .toList();
    }

    /** How many they are. */
    public int count(QueueFilter filter) {
        return ask("select count(a.id) from ApplicationRow a where" + which(filter), filter, Long.class)
                .getSingleResult()
                .intValue();
    }

    private static String which(QueueFilter filter) {
        QueueFilter.Assignee assignee = filter.assignee();
        return (filter.statuses().isEmpty() ? " a.dueAt is not null" : " a.status in :statuses")
                + (filter.client().isPresent() ? " and a.clientId = :client" : "")
                + (filter.template().isPresent() ? " and a.templateId = :template" : "")
                + (filter.before().isPresent() ? " and a.waitingSince < :before" : "")
                + (assignee.who().isPresent() ? " and a.assignee = :assignee" : "")
                + (assignee.equals(QueueFilter.Assignee.NOBODY) ? " and a.assignee is null" : "")
                + (filter.risks().isEmpty() ? "" : " and a.risk in :risks");
    }

    private <T> TypedQuery<T> ask(String jpql, QueueFilter filter, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(jpql, type);
        if (!filter.statuses().isEmpty()) query.setParameter("statuses", codes(filter.statuses()));
        filter.client().ifPresent(client -> query.setParameter("client", client));
        filter.template().ifPresent(template -> query.setParameter("template", template));
        filter.before().ifPresent(before -> query.setParameter("before", before));
        filter.assignee().who().ifPresent(who -> query.setParameter("assignee", who.text()));
        if (!filter.risks().isEmpty())
            query.setParameter("risks", filter.risks().stream().map(Risk::code).collect(Collectors.toSet()));
        return query;
    }

    private static Set<Integer> codes(Set<ApplicationStatus> statuses) {
        return statuses.stream().map(ApplicationStatus::code).collect(Collectors.toSet());
    }

    /** How many applications there are at each status; none where it is not named. */
    public Map<ApplicationStatus, Integer> counts() {
        Map<ApplicationStatus, Integer> counts = new EnumMap<>(ApplicationStatus.class);
        entities.createQuery("select a.status, count(a.id) from ApplicationRow a group by a.status", Object[].class)
                .getResultList()
                .forEach(row -> counts.put(
                        ApplicationStatus.ofCode((Integer) row[0]).orElseThrow(), ((Long) row[1]).intValue()));
        return counts;
    }

    /** How many wait for longer than they should. */
    public int overdue(Instant now) {
        return entities.createQuery("select count(a.id) from ApplicationRow a where a.dueAt < :now", Long.class)
                .setParameter("now", now)
                .getSingleResult()
                .intValue();
    }

    /** The templates with which people have applied, by client. */
    public SortedMap<String, SortedSet<String>> kinds() {
        SortedMap<String, SortedSet<String>> kinds = new TreeMap<>();
        entities.createQuery("select distinct a.clientId, a.templateId from ApplicationRow a", Object[].class)
                .getResultList()
                .forEach(row -> kinds.computeIfAbsent((String) row[0], client -> new TreeSet<>())
                        .add((String) row[1]));
        return kinds;
    }

    /** What a reviewer should look at next: it waits for longest, and is the reviewer's or nobody's, not their own, and not approved by them already. */
    public Optional<QueueLine> next(Actor reviewer, String besides) {
        return entities.createQuery(
                        "select " + QueueLine.COLUMNS
                                + " from ApplicationRow a where a.dueAt is not null and a.id <> :besides"
                                + " and a.accountId <> :account and (a.assignee is null or a.assignee = :me)"
                                + " and (a.approvedBy is null or a.approvedBy <> :me) order by a.dueAt, a.id",
                        Object[].class)
                .setParameter("besides", besides)
                .setParameter("account", reviewer.id())
                .setParameter("me", reviewer.text())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(QueueLine::of);
    }

    /** All applications of a person, at any client, the newest first. */
    public List<QueueLine> of(String account, int limit) {
        return entities.createQuery(
                        "select " + QueueLine.COLUMNS
                                + " from ApplicationRow a where a.accountId = :account order by a.createdAt desc, a.id",
                        Object[].class)
                .setParameter("account", account)
                .setMaxResults(limit)
                .getResultStream()
                .map(QueueLine::of)
                .toList();
    }

    /** Of these accounts, those that were rejected at a client: account and client with a slash between. */
    public Set<String> rejected(Collection<String> accounts) {
        if (accounts.isEmpty()) return Set.of();
        return entities.createQuery(
                        "select distinct a.accountId, a.clientId from ApplicationRow a"
                                + " where a.accountId in :accounts and a.status = :rejected",
                        Object[].class)
                .setParameter("accounts", accounts)
                .setParameter("rejected", ApplicationStatus.REJECTED.code())
                .getResultStream()
                .map(row -> row[0] + "/" + row[1])
                .collect(Collectors.toSet());
    }
}
