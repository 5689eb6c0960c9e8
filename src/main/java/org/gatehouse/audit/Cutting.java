package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Removes the beginning of the chain for its age, and signs where it begins from then on. */
@Dependent
@Transactional(TxType.REQUIRES_NEW)
class Cutting {
    private final EntityManager entities;
    private final AuditSettings settings;
    private final Checkpoints checkpoints;
    private final Audit audit;

    @Inject
    Cutting(EntityManager entities, AuditSettings settings, Checkpoints checkpoints, Audit audit) {
        this.entities = entities;
        this.settings = settings;
        this.checkpoints = checkpoints;
        this.audit = audit;
    }

    /**
     * Removes a batch of events that are older than they are kept, up to the first that is not.
     *
     * @return the checkpoint at the cut; empty where nothing is removed
     */
    Optional<String> cut(Instant now, int limit) {
        ChainRow chain = entities.find(ChainRow.class, ChainRow.ID);
        if (settings.keep().isEmpty() || chain == null) return Optional.empty();
        Instant past = now.minus(settings.keep().get());
        List<AuditRow> first = entities.createQuery(
                        "select a from AuditRow a where a.number > :cut order by a.number", AuditRow.class)
                .setParameter("cut", chain.cutNumber)
                .setMaxResults(limit)
                .getResultList();
        AuditRow last = null;
        for (AuditRow row : first) {
            if (!row.happenedAt.isBefore(past)) break;
            last = row;
        }
        return last == null ? Optional.empty() : cutAfter(last, chain, now);
    }

    private Optional<String> cutAfter(AuditRow last, ChainRow chain, Instant now) {
        Long number = last.number;
        String hash = last.hash;
        if (number == null || hash == null || !advance(chain, number)) return Optional.empty();
        String jws = checkpoints.make(number, hash, now, true);
        remove("CheckpointRow r where r.number < :number", number);
        remove("AuditRow r where r.number <= :number", number);
        audit.record(AuditEvent.of("audit.cut").detail("up to " + number));
        return Optional.of(jws);
    }

    /** Of nodes that cut at once one does. */
    private boolean advance(ChainRow chain, long number) {
        return entities.createQuery(
                                "update ChainRow c set c.cutNumber = :number where c.id = :id and c.cutNumber = :before")
                        .setParameter("number", number)
                        .setParameter("id", chain.id)
                        .setParameter("before", chain.cutNumber)
                        .executeUpdate()
                == 1;
    }

    private void remove(String which, long number) {
        entities.createQuery("delete from " + which)
                .setParameter("number", number)
                .executeUpdate();
    }
}
