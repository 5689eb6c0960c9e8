package org.gatehouse.oidc;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.gatehouse.database.PastRows;
import org.gatehouse.ops.Sweep;

/** Removes requests that nobody goes on with. */
@Dependent
@Transactional
class PendingSweep implements Sweep {
    private final EntityManager entities;

    @Inject
    PendingSweep(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public int sweep(Instant now, int limit) {
        return PastRows.remove(entities, "PendingRow", now, limit);
    }
}
