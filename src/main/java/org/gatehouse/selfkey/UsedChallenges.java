package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.audit.Audit;
import org.gatehouse.database.PastRows;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.ops.Sweep;

/** The challenges that wallets have answered, until nobody takes their tokens any more. */
@Dependent
@Transactional
class UsedChallenges implements Sweep {
    /** The action in the trail. */
    static final String ACTION = "selfkey.authenticate";
    /** How far the clocks of two nodes may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final EntityManager entities;
    private final Audit audit;

    @Inject
    UsedChallenges(EntityManager entities, Audit audit) {
        this.entities = entities;
        this.audit = audit;
    }

    /**
     * Notes that a wallet has answered this challenge, here and in the trail. That the id is unique in the table is what makes it single use.
     *
     * @throws jakarta.persistence.PersistenceException if it was answered before, or the database is away
     */
    void add(RootEndpoint root, ChallengeToken challenge, Signing.Signed signed) {
        UsedChallengeRow row = new UsedChallengeRow();
        row.id = challenge.jti();
        row.expiresAt = challenge.expiresAt();
        entities.persist(row);
        entities.flush();
        audit.record(
                ACTION, "ok", null, signed.wallet().toString(), root.client().id());
    }

    /** Whether a wallet has answered this challenge. */
    boolean contains(ChallengeToken challenge) {
        return entities.find(UsedChallengeRow.class, challenge.jti()) != null;
    }

    @Override
    public int sweep(Instant now, int limit) {
        return PastRows.remove(entities, "UsedChallengeRow", now.minus(SKEW), limit);
    }
}
