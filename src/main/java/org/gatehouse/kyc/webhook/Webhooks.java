package org.gatehouse.kyc.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.client.ClientLock;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.http.Json;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.SealBroken;
import org.jspecify.annotations.Nullable;

/** The webhooks of clients. */
@Dependent
@Transactional
public class Webhooks {
    /** The most webhooks of a client. */
    public static final int MOST = 10;

    private static final Logger LOG = System.getLogger(Webhooks.class.getName());

    private final EntityManager entities;
    private final MasterKey masterKey;
    private final Randomness randomness;
    private final Clock clock;
    private final ClientLock clients;
    private final Audit audit;

    @Inject
    Webhooks(
            EntityManager entities,
            MasterKey masterKey,
            Randomness randomness,
            Clock clock,
            ClientLock clients,
            Audit audit) {
        this.entities = entities;
        this.masterKey = masterKey;
        this.randomness = randomness;
        this.clock = clock;
        this.clients = clients;
        this.audit = audit;
    }

    /** The webhooks of a client, the oldest first. */
    public List<Webhook> of(String client) {
        return entities
                .createQuery(
                        "select w from WebhookRow w where w.clientId = :client order by w.createdAt, w.id",
                        WebhookRow.class)
                .setParameter("client", client)
                .getResultList()
                .stream()
                .map(this::webhook)
                .toList();
    }

    /** All webhooks, by client, the oldest first. */
    public List<Webhook> all(int limit) {
        return entities
                .createQuery("select w from WebhookRow w order by w.clientId, w.createdAt, w.id", WebhookRow.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(this::webhook)
                .toList();
    }

    /** The ids of those of a client that are told. */
    List<String> enabled(String client) {
        return entities.createQuery(
                        "select w.id from WebhookRow w where w.clientId = :client and w.disabledAt is null order by w.id",
                        String.class)
                .setParameter("client", client)
                .getResultList();
    }

    /** The webhook of this id, whosever it is. */
    public Optional<Webhook> find(String id) {
        if (!Randomness.isId(id)) return Optional.empty();
        return Optional.ofNullable(entities.find(WebhookRow.class, id)).map(this::webhook);
    }

    /** The webhook of this id at this client. */
    public Optional<Webhook> find(String id, String client) {
        return row(id, client).map(this::webhook);
    }

    /**
     * Registers a webhook.
     *
     * @param by the account of who does it
     * @return empty where the client has {@value #MOST}, or is registered no more
     */
    public Optional<Webhook> add(String client, URI url, String by) {
        if (!clients.hold(client) || of(client).size() >= MOST) return Optional.empty();
        WebhookRow row = new WebhookRow();
        row.id = randomness.id();
        row.clientId = client;
        row.url = url.toString();
        row.secretSealed = seal(row.id, Secrets.of(WebhookSecret.random(randomness)));
        row.createdAt = clock.instant();
        entities.persist(row);
        record("add", "ok", by, client, row.id);
        return Optional.of(webhook(row));
    }

    /**
     * Removes a webhook with its deliveries.
     *
     * @return false where there is none
     */
    public boolean remove(String id, String client, String by) {
        if (row(id, client).isEmpty()) return false;
        delete(id);
        record("remove", "ok", by, client, id);
        return true;
    }

    /** A client that is registered no more is told nothing. */
    void forget(@Observes ClientRemoved removed) {
        of(removed.client()).forEach(webhook -> delete(webhook.id()));
    }

    private void delete(String id) {
        entities.createQuery("delete from DeliveryRow d where d.webhookId = :id")
                .setParameter("id", id)
                .executeUpdate();
        entities.createQuery("delete from WebhookRow w where w.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * Gives a webhook a new secret; the one before is used besides for {@link Secrets#OVERLAP}.
     *
     * @return the new one; empty where there is no such webhook
     */
    public Optional<WebhookSecret> rotate(String id, String client, String by) {
        Optional<WebhookRow> row = row(id, client);
        if (row.isEmpty()) return Optional.empty();
        WebhookSecret next = WebhookSecret.random(randomness);
        Secrets secrets = secrets(row.get())
                .map(before -> before.replacedBy(next, clock.instant()))
                .orElseGet(() -> Secrets.of(next));
        int updated = entities.createQuery(
                        "update WebhookRow w set w.secretSealed = :next where w.id = :id and w.secretSealed = :before")
                .setParameter("next", seal(id, secrets))
                .setParameter("id", id)
                .setParameter("before", row.get().secretSealed)
                .executeUpdate();
        if (updated == 0) return Optional.empty();
        record("rotate", "ok", by, client, id);
        return Optional.of(next);
    }

    /**
     * Tells a webhook again that was disabled.
     *
     * @return false where there is none
     */
    public boolean enable(String id, String client, String by) {
        if (row(id, client).isEmpty()) return false;
        int enabled = entities.createQuery("update WebhookRow w set w.disabledAt = null, w.failingSince = null"
                        + " where w.id = :id and w.disabledAt is not null")
                .setParameter("id", id)
                .executeUpdate();
        if (enabled == 1) record("enable", "ok", by, client, id);
        return true;
    }

    /**
     * Tells a webhook nothing any more, what waits included, until it is enabled.
     *
     * @return false where there is none
     */
    public boolean disable(String id, String client, String by) {
        if (row(id, client).isEmpty()) return false;
        disable(id, client, "ok", by);
        return true;
    }

    /** The same, for what came of a try. */
    void disable(Attempt attempt, String reason) {
        disable(attempt.webhook().id(), attempt.client(), reason, null);
    }

    private void disable(String id, String client, String outcome, @Nullable String by) {
        int disabled = entities.createQuery(
                        "update WebhookRow w set w.disabledAt = :now where w.id = :id and w.disabledAt is null")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
        if (disabled == 1) record("disable", outcome, by, client, id);
    }

    /** Notes that a try succeeded. */
    void succeeded(String id) {
        entities.createQuery(
                        "update WebhookRow w set w.failingSince = null where w.id = :id and w.failingSince is not null")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Notes that a try failed. */
    void failed(String id) {
        entities.createQuery(
                        "update WebhookRow w set w.failingSince = :now where w.id = :id and w.failingSince is null")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
    }

    private void record(String what, String outcome, @Nullable String by, String client, String id) {
        audit.record(AuditEvent.of("kyc.webhook." + what)
                .outcome(outcome)
                .byAccount(by)
                .client(client)
                .detail(id));
    }

    private Optional<WebhookRow> row(String id, String client) {
        if (!Randomness.isId(id)) return Optional.empty();
        return Optional.ofNullable(entities.find(WebhookRow.class, id)).filter(row -> row.clientId.equals(client));
    }

    private String seal(String id, Secrets secrets) {
        return masterKey.seal(secrets.toJson().toString().getBytes(StandardCharsets.UTF_8), WebhookRow.place(id));
    }

    private Webhook webhook(WebhookRow row) {
        return new Webhook(
                row.id,
                row.clientId,
                URI.create(row.url),
                secrets(row),
                row.createdAt,
                Optional.ofNullable(row.failingSince),
                Optional.ofNullable(row.disabledAt));
    }

    /** One that cannot be opened is a failed try, of which the others know nothing. */
    private Optional<Secrets> secrets(WebhookRow row) {
        try {
            return Json.parse(masterKey.open(row.secretSealed, WebhookRow.place(row.id)))
                    .map(Secrets::fromJson);
        } catch (SealBroken e) {
            LOG.log(Level.ERROR, "the secret of the webhook " + row.id + " cannot be opened", e);
            return Optional.empty();
        }
    }
}
