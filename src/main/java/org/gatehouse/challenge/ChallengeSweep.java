package org.gatehouse.challenge;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.database.PastRows;
import org.gatehouse.ops.Sweep;

/** Removes challenges a day after their end, when their holder cannot exist any more: the count of challenges per holder must not be forgotten before. */
@Dependent
@Transactional
class ChallengeSweep implements Sweep {
    private static final Duration KEPT = Duration.ofDays(1);

    private final EntityManager entities;

    @Inject
    ChallengeSweep(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public int sweep(Instant now, int limit) {
        return PastRows.remove(entities, "ChallengeRow", now.minus(KEPT), limit);
    }
}
