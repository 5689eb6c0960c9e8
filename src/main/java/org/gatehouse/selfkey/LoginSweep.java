package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.gatehouse.database.PastRows;
import org.gatehouse.ops.Sweep;

/** Forgets tokens that were handed in when they have expired by themselves, and nobody waits at their address any more. */
@Dependent
@Transactional
class LoginSweep implements Sweep {
    private final EntityManager entities;

    @Inject
    LoginSweep(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public int sweep(Instant now, int limit) {
        return PastRows.remove(entities, "LoginRow", now.minus(Logins.OPEN), limit);
    }
}
