package org.gatehouse.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.database.PastRows;
import org.gatehouse.ops.Sweep;

/** Removes sessions an hour after their end. */
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
        return PastRows.remove(entities, "SessionRow", now.minus(KEPT), limit);
    }
}
