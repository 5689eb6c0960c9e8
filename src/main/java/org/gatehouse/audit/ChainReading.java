package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;

/** Reads the chain page by page, each in a transaction of its own, so that no page is kept. */
@Dependent
@Transactional(TxType.REQUIRES_NEW)
class ChainReading {
    private final EntityManager entities;

    @Inject
    ChainReading(EntityManager entities) {
        this.entities = entities;
    }

    /** Up to so many events in the order of their numbers, from the first that comes after this one, to the last that is to be read. */
    List<AuditRow> after(long number, long last, int limit) {
        return entities.createQuery(
                        "select a from AuditRow a where a.number > :number and a.number <= :last order by a.number",
                        AuditRow.class)
                .setParameter("number", number)
                .setParameter("last", last)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The highest number that there is; 0 where there is none. */
    long highest() {
        Long highest = entities.createQuery("select max(a.number) from AuditRow a", Long.class)
                .getSingleResult();
        return highest == null ? 0 : highest;
    }

    /** How many events from before this time are not chained. */
    long waitingSince(Instant past) {
        return entities.createQuery(
                        "select count(a) from AuditRow a where a.number is null and a.hash is null and a.happenedAt < :past",
                        Long.class)
                .setParameter("past", past)
                .getSingleResult();
    }

    /** How many events are not chained as they were not recorded. */
    long refused() {
        return entities.createQuery(
                        "select count(a) from AuditRow a where a.number is null and a.hash is not null", Long.class)
                .getSingleResult();
    }
}
