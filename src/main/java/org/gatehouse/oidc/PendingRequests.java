package org.gatehouse.oidc;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
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
public class PendingRequests {
    /** How long the person may take: a sign-in, and a second try. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** The name of the cookie with the secret that a browser's requests are bound to. */
    public static final String COOKIE = "gatehouse_requests";

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
     * @param kind what is asked for: {@code authorize}, {@code logout}
     * @param browser the secret of the browser's cookie {@value #COOKIE}
     * @param client the {@code client_id} of the application, if one is named
     * @param query the request, as it came; 16,000 characters at most
     */
    public PendingRequest begin(String kind, Secret browser, Optional<String> client, String query) {
        Instant now = clock.instant();
        PendingRow row = new PendingRow();
        row.id = randomness.id();
        row.kind = kind;
        row.browserHash = browser.hash();
        row.clientId = client.orElse(null);
        row.query = query;
        row.createdAt = now;
        row.expiresAt = now.plus(LIFETIME);
        entities.persist(row);
        return row.view();
    }

    /** The request of this kind and id that this browser brought; empty where there is none (any more). */
    public Optional<PendingRequest> find(String kind, Secret browser, String id) {
        return entities.createQuery(
                        "select p from PendingRow p where p.id = :id and p.kind = :kind and p.browserHash = :browser"
                                + " and p.expiresAt > :now",
                        PendingRow.class)
                .setParameter("id", id)
                .setParameter("kind", kind)
                .setParameter("browser", browser.hash())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .map(PendingRow::view);
    }

    /** Notes what the person said on our page, in the place of what was said before; false where the request is gone. */
    public boolean decide(PendingRequest request, String decision) {
        return entities.createQuery("update PendingRow p set p.decision = :decision where p.id = :id")
                        .setParameter("decision", decision)
                        .setParameter("id", request.id())
                        .executeUpdate()
                == 1;
    }

    /** Takes the request away to answer it, once; false where another call was first. */
    public boolean remove(PendingRequest request) {
        return entities.createQuery("delete from PendingRow p where p.id = :id")
                        .setParameter("id", request.id())
                        .executeUpdate()
                == 1;
    }
}
