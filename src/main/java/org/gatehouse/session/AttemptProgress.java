package org.gatehouse.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gatehouse.vault.Secret;

/** Reads where attempts stand: many at once, for those who wait. */
@Dependent
@Transactional
class AttemptProgress {
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    AttemptProgress(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The progress of the attempt that this browser began; empty where there is none (any more). */
    Optional<Progress> of(Secret browser) {
        return of(List.of(Attempts.id(browser))).stream().findFirst();
    }

    /** The progress of each of these attempts that still exists, in one query. */
    List<Progress> of(Collection<String> ids) {
        Instant now = clock.instant();
        return entities.createQuery("select a from AttemptRow a where a.id in :ids", AttemptRow.class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row -> Progress.of(row, now))
                .toList();
    }
}
