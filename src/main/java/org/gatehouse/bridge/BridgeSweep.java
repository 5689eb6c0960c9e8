package org.gatehouse.bridge;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.gatehouse.database.PastRows;
import org.gatehouse.ops.Sweep;

/** Removes sessions at portals when they have expired. */
@Dependent
@Transactional
class BridgeSweep implements Sweep {
    private final EntityManager entities;

    @Inject
    BridgeSweep(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public int sweep(Instant now, int limit) {
        return PastRows.remove(entities, "BridgeSessionRow", now, limit);
    }
}
