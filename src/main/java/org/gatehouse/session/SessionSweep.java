package org.gatehouse.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gatehouse.ops.Sweep;

/** Removes attempts and sessions that ended long enough ago that nobody asks about them any more. */
@Dependent
@Transactional
class SessionSweep implements Sweep {
    private static final Duration KEPT = Duration.ofHours(1);

    private final EntityManager entities;

    @Inject
    SessionSweep(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public int sweep(Instant now, int limit) {
        return remove("AttemptRow", now, limit / 2) + remove("SessionRow", now, limit - limit / 2);
    }

    private int remove(String entity, Instant now, int limit) {
        List<String> ids = entities.createQuery(
                        "select e.id from " + entity + " e where e.expiresAt < :before", String.class)
                .setParameter("before", now.minus(KEPT))
                .setMaxResults(limit)
                .getResultList();
        if (ids.isEmpty()) return 0;
        return entities.createQuery("delete from " + entity + " e where e.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
