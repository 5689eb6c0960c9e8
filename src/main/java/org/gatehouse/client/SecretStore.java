package org.gatehouse.client;

import jakarta.enterprise.context.Dependent;
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
import org.gatehouse.vault.Digests;
import org.gatehouse.vault.Randomness;

/** The secrets of clients as rows of the table {@code client_secret}: their hashes. */
@Dependent
@Transactional
class SecretStore {
    /** How many secrets of a client are live at once at most: each is a slow hash for a secret that is wrong. */
    static final int MOST_LIVE = 3;

    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final Audit audit;

    @Inject
    SecretStore(EntityManager entities, Clock clock, Randomness randomness, Audit audit) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.audit = audit;
    }

    /** The live secrets of a client, the newest first. */
    public List<ClientSecretRow> live(String client) {
        return entities.createQuery(
                        "select s from ClientSecretRow s where s.clientId = :client"
                                + " and (s.expiresAt is null or s.expiresAt > :now) order by s.createdAt desc, s.id",
                        ClientSecretRow.class)
                .setParameter("client", client)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /**
     * Adds a secret; the earlier ones expire.
     *
     * @param overlap how long the earlier ones stay live; those that expire sooner expire sooner
     * @return false where there is no such client; nothing is added then
     */
    public boolean issue(String client, String hash, Duration overlap, String by) {
        if (!lock(client)) return false;
        Instant now = clock.instant();
        String id = randomness.id();
        for (String earlier : makeRoom(client, id, now)) expire(earlier, now.plus(overlap));
        persist(id, client, hash, false, now);
        audit.record(AuditEvent.of("client.secret").byAccount(by).client(client));
        return true;
    }

    /**
     * Locks the client's row until the end of the transaction, so that its secrets are changed by one at a time and it is not removed meanwhile.
     *
     * @return false where there is no such client
     */
    private boolean lock(String client) {
        return entities.createQuery("update ClientRow c set c.version = c.version where c.id = :id")
                        .setParameter("id", client)
                        .executeUpdate()
                == 1;
    }

    /**
     * Expires the oldest secrets, where one more would be too many.
     *
     * @param added the secret that comes, or is there and comes anew
     * @return the others that stay live
     */
    private List<String> makeRoom(String client, String added, Instant now) {
        List<String> others = live(client).stream()
                .map(secret -> secret.id)
                .filter(id -> !id.equals(added))
                .toList();
        others.stream().skip(MOST_LIVE - 1).forEach(id -> expire(id, now));
        return others.stream().limit(MOST_LIVE - 1).toList();
    }

    /** Expires all secrets of a client, whose row the caller's transaction has locked. */
    public void expireAll(String client) {
        Instant now = clock.instant();
        live(client).forEach(secret -> expire(secret.id, now));
    }

    private void expire(String id, Instant at) {
        entities.createQuery("update ClientSecretRow s set s.expiresAt = :at"
                        + " where s.id = :id and (s.expiresAt is null or s.expiresAt > :at)")
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The secret of the clients file, live or not: a secret that the API has replaced does not come back because it still stands in the file. */
    public Optional<ClientSecretRow> ofFile(String client) {
        return entities.createQuery("select s from ClientSecretRow s where s.id = :id", ClientSecretRow.class)
                .setParameter("id", ofFileId(client))
                .getResultStream()
                .findFirst();
    }

    /**
     * Stores the secret of the clients file in place of the one before, which is refused from now on. Does nothing where there is no such client any more.
     *
     * @param before the hash that is to be replaced; empty for the first
     * @throws jakarta.persistence.PersistenceException if another node stored the first one
     */
    public void putOfFile(String client, Optional<String> before, String hash) {
        if (!lock(client)) return;
        Instant now = clock.instant();
        makeRoom(client, ofFileId(client), now);
        if (before.isEmpty()) {
            persist(ofFileId(client), client, hash, true, now);
            audit.record("client.secret", "ok", null, null, client);
            return;
        }
        int replaced = entities.createQuery(
                        "update ClientSecretRow s set s.hash = :hash, s.createdAt = :now, s.expiresAt = null"
                                + " where s.id = :id and s.hash = :before")
                .setParameter("hash", hash)
                .setParameter("now", now)
                .setParameter("id", ofFileId(client))
                .setParameter("before", before.get())
                .executeUpdate();
        // Of several nodes that replace it at once one does.
        if (replaced == 1) audit.record("client.secret", "ok", null, null, client);
    }

    /** Removes the secret of the clients file; says whether there was one. */
    public boolean removeOfFile(String client) {
        int removed = entities.createQuery("delete from ClientSecretRow s where s.id = :id")
                .setParameter("id", ofFileId(client))
                .executeUpdate();
        if (removed == 1) audit.record("client.secret", "ok", null, null, client);
        return removed == 1;
    }

    private void persist(String id, String client, String hash, boolean fromFile, Instant now) {
        ClientSecretRow row = new ClientSecretRow();
        row.id = id;
        row.clientId = client;
        row.hash = hash;
        row.fromFile = fromFile;
        row.createdAt = now;
        entities.persist(row);
        entities.flush();
    }

    /** Follows from the client, so that two nodes that start at once do not store it twice. */
    private static String ofFileId(String client) {
        return Digests.sha256("clients file: " + client).substring(0, 32);
    }
}
