package org.gatehouse.kyc.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.gatehouse.database.PastRows;
import org.gatehouse.ops.Sweep;

/** Forgets deliveries that have been over for {@link Deliveries#KEPT}. */
@Dependent
@Transactional
class DeliverySweep implements Sweep {
    private final EntityManager entities;

    @Inject
    DeliverySweep(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public int sweep(Instant now, int limit) {
        return PastRows.remove(entities, "DeliveryRow", now, limit, " and e.nextTryAt is null");
    }
}
