package org.gatehouse.grant;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.database.PastRows;
import org.gatehouse.ops.Sweep;

/**
 * Removes grants an hour after the last of their tokens has expired, revoked ones as well: as long as one is valid it must be known as revoked. What was
 * redeemed is kept for as long as its session besides, whose end its client may have to be told of.
 */
@Dependent
@Transactional
class GrantSweep implements Sweep {
    private static final Duration KEPT = Duration.ofHours(1);

    private static final String NOT_NEEDED = " and (e.codeUsedAt is null"
            + " or not exists (select s.id from SessionRow s where s.id = e.sessionId and s.endedAt is null))";

    private final EntityManager entities;

    @Inject
    GrantSweep(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public int sweep(Instant now, int limit) {
        return PastRows.remove(entities, "GrantRow", now.minus(KEPT), limit, NOT_NEEDED);
    }
}
