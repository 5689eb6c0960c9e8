package org.gatehouse.oidc;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;

/**
 * Requests of applications that wait for the person. Each belongs to the browser that brought it: who only learns its id, from an address or a log, learns
 * nothing of it and cannot go on with it.
 */
@Dependent
@Transactional
class PendingRequests {
    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;

    @Inject
    PendingRequests(EntityManager entities, Clock clock, Randomness randomness) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
    }

    /**
     * Keeps a request.
     *
     * @param browser the secret of the browser's cookie {@value Authorization#COOKIE}
     * @param query the request, as it came; 16,000 characters at most
     */
    PendingRequest begin(Secret browser, String query) {
        Instant now = clock.instant();
        PendingRow row = new PendingRow();
        row.id = randomness.id();
        row.browserHash = browser.hash();
        row.query = query;
        row.createdAt = now;
        row.expiresAt = now.plus(Authorization.LIFETIME);
        entities.persist(row);
        return row.view();
    }

    /** The request of this id that this browser brought; empty where there is none (any more). */
    Optional<PendingRequest> find(Secret browser, String id) {
        return entities.createQuery(
                        "select p from PendingRow p where p.id = :id and p.browserHash = :browser"
                                + " and p.expiresAt > :now",
                        PendingRow.class)
                .setParameter("id", id)
                .setParameter("browser", browser.hash())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .map(PendingRow::view);
    }

    /** Notes what the person said on our page, in the place of what was said before; false where the request is gone. */
    boolean decide(PendingRequest request, String decision) {
        return entities.createQuery("update PendingRow p set p.decision = :decision where p.id = :id")
                        .setParameter("decision", decision)
                        .setParameter("id", request.id())
                        .executeUpdate()
                == 1;
    }

    /** Takes the request away to answer it, once; false where another call was first. */
    boolean remove(PendingRequest request) {
        return entities.createQuery("delete from PendingRow p where p.id = :id")
                        .setParameter("id", request.id())
                        .executeUpdate()
                == 1;
    }
}
