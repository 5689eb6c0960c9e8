package org.gatehouse.kyc.review;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Circumstances;
import org.gatehouse.client.ClientLock;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;

/** The keys with which the servers of clients call the integrations API. Each is an actor of its own. */
@Dependent
@Transactional
public class ApiKeys {
    /** How many live keys a client has at most. */
    public static final int MOST = 20;

    private static final Duration NOTED = Duration.ofMinutes(1);
    private static final String LIVE = " k.clientId = :client and k.revokedAt is null";

    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final ClientLock clients;
    private final Audit audit;

    @Inject
    ApiKeys(EntityManager entities, Clock clock, Randomness randomness, ClientLock clients, Audit audit) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.clients = clients;
        this.audit = audit;
    }

    /**
     * A live key, without the key itself.
     *
     * @param lastUsedAt to the minute; empty where it never was
     */
    public record Live(String id, String name, Instant createdAt, Optional<Instant> lastUsedAt) {}

    /** The live keys of a client, the oldest first; none where there is no such client. */
    public List<Live> list(String client) {
        return live(client).stream()
                .map(row -> new Live(row.id, row.name, row.createdAt, Optional.ofNullable(row.lastUsedAt)))
                .toList();
    }

    /**
     * Makes a key; see {@link #make}.
     *
     * @return the key, to be shown once
     */
    public Optional<Secret> issue(String client, String name, String by) {
        return make(client, name, by).map(Made::secret);
    }

    /** The live keys of a client, the oldest first; empty where there is no such client. */
    Optional<List<ApiKeyRow>> of(String client) {
        return clients.hold(client) ? Optional.of(live(client)) : Optional.empty();
    }

    private List<ApiKeyRow> live(String client) {
        return entities.createQuery(
                        "select k from ApiKeyRow k where" + LIVE + " order by k.createdAt, k.id", ApiKeyRow.class)
                .setParameter("client", client)
                .getResultList();
    }

    /**
     * Makes a key.
     *
     * @param by the account that asked for it
     * @return empty where there is no such client, or it has {@link #MOST} keys
     */
    Optional<Made> make(String client, String name, String by) {
        if (!clients.hold(client) || live(client).size() >= MOST) return Optional.empty();
        Secret secret = randomness.secret();
        ApiKeyRow row = new ApiKeyRow();
        row.id = randomness.id();
        row.clientId = client;
        row.name = name;
        row.keyHash = secret.hash();
        row.createdAt = clock.instant();
        entities.persist(row);
        audit.record(AuditEvent.of("kyc.api-key").byAccount(by).client(client).detail("made " + row.id));
        return Optional.of(new Made(row, secret));
    }

    /**
     * A new key.
     *
     * @param secret the key itself, which is shown once
     */
    record Made(ApiKeyRow row, Secret secret) {}

    /** Revokes a key; whether the client had it. */
    public boolean revoke(String client, String id, String by) {
        if (!Randomness.isId(id)) return false;
        boolean revoked = entities.createQuery("update ApiKeyRow k set k.revokedAt = :now where k.id = :id and" + LIVE)
                        .setParameter("now", clock.instant())
                        .setParameter("id", id)
                        .setParameter("client", client)
                        .executeUpdate()
                == 1;
        if (revoked)
            audit.record(
                    AuditEvent.of("kyc.api-key").byAccount(by).client(client).detail("revoked " + id));
        return revoked;
    }

    /** Who calls a client's API with this key; empty where it is none of this client. Notes the use, once a minute at most. */
    Optional<Actor> use(String client, String key) {
        return Secret.parse(key).flatMap(secret -> find(client, secret)).map(row -> {
            note(row, clock.instant());
            audit.callIsBy(Circumstances.API_KEY + row.id);
            return new Actor(Actor.Kind.API_KEY, row.id);
        });
    }

    private Optional<ApiKeyRow> find(String client, Secret secret) {
        return entities.createQuery("select k from ApiKeyRow k where k.keyHash = :hash and" + LIVE, ApiKeyRow.class)
                .setParameter("hash", secret.hash())
                .setParameter("client", client)
                .getResultStream()
                .findFirst();
    }

    private void note(ApiKeyRow row, Instant now) {
        if (row.lastUsedAt != null && row.lastUsedAt.isAfter(now.minus(NOTED))) return;
        entities.createQuery("update ApiKeyRow k set k.lastUsedAt = :now where k.id = :id"
                        + " and (k.lastUsedAt is null or k.lastUsedAt <= :past)")
                .setParameter("now", now)
                .setParameter("id", row.id)
                .setParameter("past", now.minus(NOTED))
                .executeUpdate();
    }

    void forget(@Observes ClientRemoved removed) {
        entities.createQuery("delete from ApiKeyRow k where k.clientId = :client")
                .setParameter("client", removed.client())
                .executeUpdate();
    }
}
