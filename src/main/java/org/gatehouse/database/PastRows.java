package org.gatehouse.database;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Rows that nobody asks about any more. */
public final class PastRows {
    private PastRows() {}

    /**
     * Removes rows of an entity with the attributes {@code id} and {@code expiresAt}, in the caller's transaction. Always in the same order, so that
     * two nodes that sweep at once wait for each other and do not lock each other out.
     *
     * @param entity the entity's name
     * @param before rows that expired before it go
     * @param limit the most rows to remove
     * @return how many were removed
     */
    public static int remove(EntityManager entities, String entity, Instant before, int limit) {
        return remove(entities, entity, before, limit, "");
    }

    /**
     * The same for some of the rows.
     *
     * @param which JPQL that goes on after the condition on the time, such as {@code  and e.name is null}; the row is {@code e}
     */
    public static int remove(EntityManager entities, String entity, Instant before, int limit, String which) {
        List<String> ids = entities.createQuery(
                        "select e.id from " + entity + " e where e.expiresAt < :before" + which + " order by e.id",
                        String.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
        if (ids.isEmpty()) return 0;
        return entities.createQuery("delete from " + entity + " e where e.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
