package org.gatehouse.client;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.http.Json;
import org.jspecify.annotations.Nullable;

/** The clients as rows of the table {@code client}. Each change is audited; {@code by} is the account that made it, null for the clients file. */
@Dependent
@Transactional
class ClientStore {
    private static final String AS_READ = "c.id = :id and c.createdAt = :createdAt and c.version = :version";

    private static final String MATCHES =
            "(lower(c.id) like :pattern escape '!' or lower(c.definition) like :pattern escape '!')";

    private final EntityManager entities;
    private final Clock clock;
    private final Audit audit;
    private final SecretStore secrets;
    private final Event<ClientRemoved> removed;
    private final ClientLock lock;
    private final Instance<ClientHold> holds;

    @Inject
    ClientStore(
            EntityManager entities,
            Clock clock,
            Audit audit,
            SecretStore secrets,
            Event<ClientRemoved> removed,
            ClientLock lock,
            @Any Instance<ClientHold> holds) {
        this.entities = entities;
        this.clock = clock;
        this.audit = audit;
        this.secrets = secrets;
        this.removed = removed;
        this.lock = lock;
        this.holds = holds;
    }

    /** The client of this id. */
    public Optional<StoredClient> find(String id) {
        return entities.createQuery("select c from ClientRow c where c.id = :id", ClientRow.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(ClientStore::view);
    }

    /** Clients by id, from the first that comes after this text. */
    public List<StoredClient> after(String id, int limit) {
        return entities.createQuery("select c from ClientRow c where c.id > :id order by c.id", ClientRow.class)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultStream()
                .map(ClientStore::view)
                .toList();
    }

    /** Clients that are looked for. */
    public List<StoredClient> search(ClientSearch search, int first, int limit) {
        String order = search.newestFirst() ? "c.updatedAt desc, c.id" : "c.id";
        return entities.createQuery(
                        "select c from ClientRow c where " + MATCHES + " order by " + order, ClientRow.class)
                .setParameter("pattern", search.pattern())
                .setFirstResult(first)
                .setMaxResults(limit)
                .getResultStream()
                .map(ClientStore::view)
                .toList();
    }

    /** How many there are of them. */
    public long count(ClientSearch search) {
        return entities.createQuery("select count(c) from ClientRow c where " + MATCHES, Long.class)
                .setParameter("pattern", search.pattern())
                .getSingleResult();
    }

    /** The clients that the clients file has a part in. */
    public List<StoredClient> ofFile() {
        return entities.createQuery(
                        "select c from ClientRow c where c.fromFile is not null order by c.id", ClientRow.class)
                .getResultStream()
                .map(ClientStore::view)
                .toList();
    }

    /**
     * Adds a client, in version 1.
     *
     * @return the client
     * @throws jakarta.persistence.PersistenceException if there is one of this id
     */
    public StoredClient add(String id, JsonObject definition, Optional<JsonObject> fromFile, @Nullable String by) {
        Instant now = clock.instant();
        ClientRow row = new ClientRow();
        row.id = id;
        row.definition = definition.toString();
        row.fromFile = fromFile.map(JsonObject::toString).orElse(null);
        row.version = 1;
        row.createdAt = now;
        row.updatedAt = now;
        entities.persist(row);
        entities.flush();
        audit.record(AuditEvent.of("client.create").byAccount(by).client(id));
        return view(row);
    }

    /**
     * Adds a client that an administrator registers, with its first secret.
     *
     * @param secret the secret's hash, where it has one
     * @return the client
     * @throws jakarta.persistence.PersistenceException if there is one of this id
     */
    public StoredClient register(String id, JsonObject definition, Optional<String> secret, String by) {
        StoredClient added = add(id, definition, Optional.empty(), by);
        secret.ifPresent(hash -> secrets.issue(id, hash, Duration.ZERO, by));
        return added;
    }

    /**
     * Changes a client, and counts its version on. Its secrets expire where it proves itself without one, before or from now on: one that is not used
     * any more must not come back to life by a later change.
     *
     * @param before the client as it was read
     * @return false where another change was faster, or it was removed; nothing is changed then
     */
    public boolean change(
            StoredClient before, JsonObject definition, Optional<JsonObject> fromFile, @Nullable String by) {
        // A null as a parameter has no type, which PostgreSQL asks for.
        String file = fromFile.isPresent() ? ":fromFile" : "null";
        Query update = entities.createQuery("update ClientRow c set c.definition = :definition, c.fromFile = " + file
                        + ", c.version = :next, c.updatedAt = :now where " + AS_READ)
                .setParameter("definition", definition.toString())
                .setParameter("next", before.version() + 1)
                .setParameter("now", clock.instant())
                .setParameter("id", before.id())
                .setParameter("createdAt", before.createdAt())
                .setParameter("version", before.version());
        fromFile.ifPresent(entry -> update.setParameter("fromFile", entry.toString()));
        if (update.executeUpdate() == 0) return false;
        if (withoutSecret(before) || withoutSecret(before.changed(definition))) secrets.expireAll(before.id());
        audit.record(AuditEvent.of("client.change").byAccount(by).client(before.id()));
        return true;
    }

    private static boolean withoutSecret(StoredClient client) {
        return ClientBeans.client(client)
                .filter(read -> !read.authentication().bySecret())
                .isPresent();
    }

    /**
     * Removes a client with its secrets.
     *
     * @param before the client as it was read
     * @return whether it is removed; else nothing is
     */
    public Removing remove(StoredClient before, String by) {
        // What is stored for it in this moment is there first, and may hold it.
        if (!lock.hold(before.id())) return Removing.LATE;
        Optional<String> held = held(before.id());
        if (held.isPresent()) return new Removing(false, held);
        // Locks the row, so that nothing is removed of a client that a change was faster at.
        int locked = entities.createQuery("update ClientRow c set c.updatedAt = :now where " + AS_READ)
                .setParameter("now", clock.instant())
                .setParameter("id", before.id())
                .setParameter("createdAt", before.createdAt())
                .setParameter("version", before.version())
                .executeUpdate();
        if (locked == 0) return Removing.LATE;
        entities.createQuery("delete from ClientSecretRow s where s.clientId = :id")
                .setParameter("id", before.id())
                .executeUpdate();
        entities.createQuery("delete from ClientRow c where c.id = :id")
                .setParameter("id", before.id())
                .executeUpdate();
        audit.record(AuditEvent.of("client.delete").byAccount(by).client(before.id()));
        removed.fire(new ClientRemoved(before.id()));
        return Removing.DONE;
    }

    private Optional<String> held(String client) {
        for (ClientHold hold : holds) {
            Optional<String> reason = hold.reason(client);
            if (reason.isPresent()) return reason;
        }
        return Optional.empty();
    }

    /**
     * What came of removing a client.
     *
     * @param done whether it is removed
     * @param held the sentence of whoever holds it; empty where nobody does: a change was faster, or it was removed already
     */
    record Removing(boolean done, Optional<String> held) {
        static final Removing DONE = new Removing(true, Optional.empty());
        static final Removing LATE = new Removing(false, Optional.empty());
    }

    private static StoredClient view(ClientRow row) {
        return new StoredClient(
                row.id,
                json(row.definition),
                Optional.ofNullable(row.fromFile).map(ClientStore::json),
                row.createdAt.truncatedTo(ChronoUnit.MILLIS),
                row.version);
    }

    private static JsonObject json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("a stored client is no JSON object"));
    }
}
