package org.gatehouse.client;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.gatehouse.ops.Sweep;

/** Removes the secrets of clients that have expired, but for those of the clients file: as long as one is known there it cannot come back as a new one. */
@Dependent
@Transactional
class SecretSweep implements Sweep {
    private final EntityManager entities;

    @Inject
    SecretSweep(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public int sweep(Instant now, int limit) {
        // Always in the same order: see PastRows.
        List<String> ids = entities.createQuery(
                        "select s.id from ClientSecretRow s where s.expiresAt < :now and s.fromFile = false order by s.id",
                        String.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
        if (ids.isEmpty()) return 0;
        return entities.createQuery("delete from ClientSecretRow s where s.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
