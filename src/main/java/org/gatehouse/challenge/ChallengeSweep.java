package org.gatehouse.challenge;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gatehouse.ops.Sweep;

/** Removes challenges after their holder cannot exist any more: the count of challenges per holder must not be forgotten before. */
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
        List<String> ids = entities.createQuery(
                        "select c.id from ChallengeRow c where c.expiresAt < :before", String.class)
                .setParameter("before", now.minus(KEPT))
                .setMaxResults(limit)
                .getResultList();
        if (ids.isEmpty()) return 0;
        return entities.createQuery("delete from ChallengeRow c where c.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
