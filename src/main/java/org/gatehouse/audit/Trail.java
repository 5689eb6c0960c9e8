package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the trail. */
@Dependent
@Transactional
public class Trail {
    private final EntityManager entities;

    @Inject
    Trail(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A page of what the trail tells of an account, the oldest first.
     *
     * @param skip how many are left out
     * @param limit how many there are at most
     */
    public List<Told> of(String account, int skip, int limit) {
        return entities.createQuery(
                        "select a from AuditRow a where a.accountId = :account order by a.happenedAt, a.id",
                        AuditRow.class)
                .setParameter("account", account)
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
