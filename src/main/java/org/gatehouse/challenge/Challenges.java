package org.gatehouse.challenge;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Single-use challenges, one at a time for each holder. */
@Dependent
@Transactional
public class Challenges {
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    Challenges(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Issues a challenge; it takes the place of the one that the holder had.
     *
     * @param lifetime how long it can be answered
     * @param most how many challenges one holder gets in all
     * @return false where the holder had them all
     * @throws jakarta.persistence.PersistenceException if the holder's first challenge is issued twice at the same time
     */
    public boolean issue(Challenge challenge, Duration lifetime, int most) {
        Instant expires = clock.instant().plus(lifetime);
        int replaced = entities.createQuery(
                        "update ChallengeRow c set c.text = :text, c.subject = :subject, c.expiresAt = :expires, c.usedAt = null,"
                                + " c.issuedCount = c.issuedCount + 1 where c.id = :id and c.issuedCount < :most")
                .setParameter("text", challenge.text())
                .setParameter("subject", challenge.subject())
                .setParameter("expires", expires)
                .setParameter("id", challenge.id())
                .setParameter("most", most)
                .executeUpdate();
        if (replaced == 1) return true;
        if (entities.find(ChallengeRow.class, challenge.id()) != null) return false;
        ChallengeRow row = new ChallengeRow();
        row.id = challenge.id();
        row.text = challenge.text();
        row.subject = challenge.subject();
        row.issuedCount = 1;
        row.expiresAt = expires;
        entities.persist(row);
        entities.flush();
        return true;
    }

    /** The challenge that this holder can answer now; empty where there is none, or it was used or expired. */
    public Optional<Challenge> find(String id) {
        Instant now = clock.instant();
        return Optional.ofNullable(entities.find(ChallengeRow.class, id))
                .filter(row -> row.usedAt == null && now.isBefore(row.expiresAt))
                .map(row -> new Challenge(row.id, row.text, row.subject));
    }

    /**
     * Consumes a challenge.
     *
     * @return whether this call did it: of any number of calls on any number of nodes, one does
     */
    public boolean consume(Challenge challenge) {
        return entities.createQuery(
                                "update ChallengeRow c set c.usedAt = :now where c.id = :id and c.text = :text and c.usedAt is null and c.expiresAt > :now")
                        .setParameter("now", clock.instant())
                        .setParameter("id", challenge.id())
                        .setParameter("text", challenge.text())
                        .executeUpdate()
                == 1;
    }
}
