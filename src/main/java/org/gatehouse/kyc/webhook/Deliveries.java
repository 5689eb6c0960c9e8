package org.gatehouse.kyc.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gatehouse.http.Json;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.StatusChanged;
import org.gatehouse.outbox.Backlog;
import org.gatehouse.outbox.Reply;
import org.gatehouse.vault.Randomness;

/** What webhooks are told: what waits, and for a while what is over. */
@Dependent
@Transactional
public class Deliveries {
    /** For how long the log keeps what is over. */
    static final Duration KEPT = Duration.ofDays(30);
    /** For how long a webhook may fail. */
    static final Duration PATIENCE = Duration.ofDays(5);
    /** For how long a try is one node's: longer than it may take. */
    static final Duration LEASE = Duration.ofSeconds(30);
    /** The application that a test tells of. */
    static final String TEST = "test";

    private static final String DISABLED = "the webhook was disabled";
    private static final int LONGEST_FAULT = 200;

    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final Webhooks webhooks;
    private final Event<DeliveriesWritten> written;

    @Inject
    Deliveries(
            EntityManager entities,
            Clock clock,
            Randomness randomness,
            Webhooks webhooks,
            Event<DeliveriesWritten> written) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.webhooks = webhooks;
        this.written = written;
    }

    /** Writes a delivery for each webhook of the client that is told, in the same transaction. */
    void write(@Observes StatusChanged changed) {
        String client = changed.application().client();
        String application = changed.application().id();
        List<String> told = webhooks.enabled(client);
        String body = body(application, changed.application().status(), changed.at());
        told.forEach(webhook -> add(webhook, client, application, body));
        if (!told.isEmpty()) written.fire(new DeliveriesWritten());
    }

    /**
     * Writes one of no application.
     *
     * @return its id
     */
    public String test(Webhook webhook, String client) {
        String body = body(TEST, ApplicationStatus.MISSING, clock.instant());
        String id = add(webhook.id(), client, TEST, body);
        written.fire(new DeliveriesWritten());
        return id;
    }

    private static String body(String application, ApplicationStatus status, Instant at) {
        return Json.object()
                .add("applicationId", application)
                .add("status", status.code())
                .add("updatedAt", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .build()
                .toString();
    }

    private String add(String webhook, String client, String application, String body) {
        Instant now = clock.instant();
        DeliveryRow row = new DeliveryRow();
        row.id = randomness.id();
        row.webhookId = webhook;
        row.clientId = client;
        row.applicationId = application;
        row.body = body;
        row.createdAt = now;
        row.nextTryAt = now;
        row.expiresAt = now.plus(KEPT);
        entities.persist(row);
        return row.id;
    }

    /** How many wait. */
    Backlog backlog() {
        return new Backlog(count("d.nextTryAt > :begin"), count("d.nextTryAt > :begin and d.tries > 0"));
    }

    private long count(String which) {
        return entities.createQuery("select count(d) from DeliveryRow d where " + which, Long.class)
                .setParameter("begin", Instant.EPOCH)
                .getSingleResult();
    }

    /** The ids of deliveries that are due, those that wait longest first. */
    List<String> due(int limit) {
        return entities.createQuery(
                        "select d.id from DeliveryRow d where d.nextTryAt <= :now order by d.nextTryAt, d.id",
                        String.class)
                .setParameter("now", clock.instant())
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Takes a due delivery for one try, which then is this node's alone for {@link #LEASE}: whatever becomes of this node, it is tried again.
     *
     * @return empty where another node was faster, or the webhook was disabled
     */
    Optional<Attempt> take(String id) {
        Instant now = clock.instant();
        DeliveryRow row = entities.find(DeliveryRow.class, id);
        if (row == null || row.nextTryAt == null || row.nextTryAt.isAfter(now)) return Optional.empty();
        Webhook webhook = webhooks.find(row.webhookId).orElseThrow();
        if (webhook.disabledAt().isPresent()) {
            endWaiting(id, now);
            return Optional.empty();
        }
        int taken = entities.createQuery(
                        "update DeliveryRow d set d.nextTryAt = :lease, d.tries = d.tries + 1, d.lastTryAt = :now"
                                + " where d.id = :id and d.nextTryAt = :due")
                .setParameter("lease", now.plus(LEASE))
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("due", row.nextTryAt)
                .executeUpdate();
        return taken == 0
                ? Optional.empty()
                : Optional.of(new Attempt(id, row.clientId, webhook, row.body, row.tries + 1, now));
    }

    /** Notes what came of a try. */
    void done(Attempt attempt, Reply reply) {
        if (reply.status().filter(status -> status / 100 == 2).isPresent()) delivered(attempt, reply);
        else failed(attempt, reply);
    }

    private void delivered(Attempt attempt, Reply reply) {
        Instant now = clock.instant();
        webhooks.succeeded(attempt.webhook().id());
        note(attempt, reply, "d.nextTryAt = null, d.deliveredAt = :now, d.expiresAt = :expires")
                .setParameter("now", now)
                .setParameter("expires", now.plus(KEPT))
                .executeUpdate();
    }

    private void failed(Attempt attempt, Reply reply) {
        Instant now = clock.instant();
        webhooks.failed(attempt.webhook().id());
        boolean gone = reply.status().filter(status -> status == 410).isPresent();
        Optional<Instant> next = gone ? Optional.empty() : Retries.next(attempt.number(), reply, now);
        if (next.isPresent()) {
            note(attempt, reply, "d.nextTryAt = :next")
                    .setParameter("next", next.get())
                    .executeUpdate();
            return;
        }
        note(attempt, reply, "d.nextTryAt = null, d.expiresAt = :expires")
                .setParameter("expires", now.plus(KEPT))
                .executeUpdate();
        if (gone) webhooks.disable(attempt, "gone");
        else if (failingTooLong(attempt, now)) webhooks.disable(attempt, "failing");
    }

    /** Only where a delivery was given up: each has all its tries, also at a webhook that is seldom told something. */
    private boolean failingTooLong(Attempt attempt, Instant now) {
        return attempt.webhook()
                .failingSince()
                .filter(since -> !now.isBefore(since.plus(PATIENCE)))
                .isPresent();
    }

    /** The change of a row by the reply to its newest try; not where it was sent again meanwhile. */
    private Query note(Attempt attempt, Reply reply, String change) {
        // No parameter without a value: the databases would have to guess its type.
        String status = reply.status().isPresent() ? ":status" : "null";
        String fault = reply.fault().isEmpty() ? "null" : ":fault";
        Query update = entities.createQuery("update DeliveryRow d set " + change + ", d.lastStatus = " + status
                        + ", d.lastFault = " + fault + " where d.id = :id and d.tries = :tries")
                .setParameter("id", attempt.id())
                .setParameter("tries", attempt.number());
        reply.status().ifPresent(code -> update.setParameter("status", code));
        if (!reply.fault().isEmpty()) {
            update.setParameter(
                    "fault", reply.fault().substring(0, Math.min(reply.fault().length(), LONGEST_FAULT)));
        }
        return update;
    }

    private void endWaiting(String id, Instant now) {
        entities.createQuery("update DeliveryRow d set d.nextTryAt = null, d.lastFault = :fault, d.expiresAt = :expires"
                        + " where d.id = :id and d.nextTryAt is not null")
                .setParameter("fault", DISABLED)
                .setParameter("expires", now.plus(KEPT))
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * Sends a delivery again, with the same id and as if it were new.
     *
     * @return false where the webhook has none of this id
     */
    public boolean again(String id, Webhook webhook) {
        if (!Randomness.isId(id)) return false;
        int again = entities.createQuery(
                        "update DeliveryRow d set d.nextTryAt = :now, d.tries = 0, d.deliveredAt = null"
                                + " where d.id = :id and d.webhookId = :webhook")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .setParameter("webhook", webhook.id())
                .executeUpdate();
        if (again == 1) written.fire(new DeliveriesWritten());
        return again == 1;
    }

    /**
     * The deliveries of a webhook, the newest first.
     *
     * @param before the delivery behind which they begin
     */
    public List<Delivered> told(Webhook webhook, Optional<String> before, int limit) {
        return of(webhook, before, limit).stream().map(Delivered::of).toList();
    }

    /** The same as rows. */
    List<DeliveryRow> of(Webhook webhook, Optional<String> before, int limit) {
        var query = entities.createQuery(
                        "select d from DeliveryRow d where d.webhookId = :webhook"
                                + (before.isEmpty()
                                        ? ""
                                        : " and exists (select b.id from DeliveryRow b where b.id = :before and (d.createdAt < b.createdAt"
                                                + " or (d.createdAt = b.createdAt and d.id < b.id)))")
                                + " order by d.createdAt desc, d.id desc",
                        DeliveryRow.class)
                .setParameter("webhook", webhook.id())
                .setMaxResults(limit);
        before.ifPresent(id -> query.setParameter("before", id));
        return query.getResultList();
    }
}
