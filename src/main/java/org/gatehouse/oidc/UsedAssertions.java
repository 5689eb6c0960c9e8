package org.gatehouse.oidc;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.gatehouse.database.PastRows;
import org.gatehouse.ops.Sweep;

/** The assertions that clients have used, until they expire by themselves. */
@Dependent
@Transactional
class UsedAssertions implements Sweep {
    private final EntityManager entities;

    @Inject
    UsedAssertions(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Notes the use of an assertion. That the id is unique in the table is what makes it single use.
     *
     * @param id what tells it from all others, at most 64 characters
     * @param expiresAt from when it would not be taken any more
     * @throws jakarta.persistence.PersistenceException if it was used before, or the database is away
     */
    void add(String id, Instant expiresAt) {
        UsedAssertionRow row = new UsedAssertionRow();
        row.id = id;
        row.expiresAt = expiresAt;
        entities.persist(row);
        entities.flush();
    }

    /** Whether the use of this assertion was noted. */
    boolean contains(String id) {
        return entities.find(UsedAssertionRow.class, id) != null;
    }

    @Override
    public int sweep(Instant now, int limit) {
        return PastRows.remove(entities, "UsedAssertionRow", now, limit);
    }
}
