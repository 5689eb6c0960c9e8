package org.gatehouse.world;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Notes in the database that its people are made up. */
@Dependent
@Transactional
class WorldRows {
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    WorldRows(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Whether a world was begun here. */
    boolean begun() {
        return entities.find(WorldRow.class, WorldRow.ID) != null;
    }

    /** Begins one; of two nodes that want to, one gets a fault. */
    void begin() {
        WorldRow row = new WorldRow();
        row.begunAt = clock.instant();
        entities.persist(row);
    }

    /** Notes that it is whole. */
    void done() {
        entities.createQuery("update WorldRow w set w.doneAt = :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
