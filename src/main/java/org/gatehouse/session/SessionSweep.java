package org.gatehouse.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.database.PastRows;
import org.gatehouse.ops.Sweep;

/** Ends sessions that have run out, and removes sessions an hour after their time. */
@Dependent
@Transactional
class SessionSweep implements Sweep {
    private static final Duration KEPT = Duration.ofHours(1);

    private final EntityManager entities;
    private final Sessions sessions;

    @Inject
    SessionSweep(EntityManager entities, Sessions sessions) {
        this.entities = entities;
        this.sessions = sessions;
    }

    /** Nothing is removed before everything that has run out is ended: also after all nodes were away for hours. */
    @Override
    public int sweep(Instant now, int limit) {
        int ended = sessions.expire(now, limit);
        return ended == limit ? ended : PastRows.remove(entities, "SessionRow", now.minus(KEPT), limit);
    }
}
