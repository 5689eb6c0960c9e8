package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be said of applications without what they contain. */
@Dependent
@Transactional
public class ApplicationFigures {
    private final EntityManager entities;

    @Inject
    ApplicationFigures(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * An application without what it contains.
     *
     * @param decidedAt when it was closed last; empty while it is open
     */
    public record Outline(
            String id,
            String client,
            String template,
            ApplicationStatus status,
            Instant createdAt,
            Optional<Instant> decidedAt) {}

    /** How many are open that were made from this time on and before that one; those of members aside. */
    public long open(Instant from, Instant before) {
        return entities.createQuery(
                        "select count(a) from ApplicationRow a where a.decidedAt is null and a.createdAt >= :from"
                                + " and a.createdAt < :before and a.parentId is null",
                        Long.class)
                .setParameter("from", from)
                .setParameter("before", before)
                .getSingleResult();
    }

    /** The applications of an account, the newest first. */
    public List<Outline> of(String account, int limit) {
        return entities
                .createQuery(
                        "select a.id, a.clientId, a.templateId, a.status, a.createdAt, a.decidedAt from ApplicationRow a"
                                + " where a.accountId = :account order by a.createdAt desc, a.id",
                        Object[].class)
                .setParameter("account", account)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ApplicationFigures::outline)
                .toList();
    }

    private static Outline outline(Object[] row) {
        return new Outline(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                ApplicationStatus.ofCode((Integer) row[3]).orElseThrow(),
                (Instant) row[4],
                Optional.ofNullable((Instant) row[5]));
    }
}
