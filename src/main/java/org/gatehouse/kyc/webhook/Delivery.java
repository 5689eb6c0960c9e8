package org.gatehouse.kyc.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.client.Clients;
import org.gatehouse.database.Conflict;
import org.gatehouse.outbox.Backlog;
import org.gatehouse.outbox.Courier;
import org.gatehouse.outbox.Outbox;
import org.gatehouse.outbox.Reply;
import org.gatehouse.outbox.Sending;

/** Delivers to webhooks. */
@ApplicationScoped
class Delivery implements Outbox {
    private static final Reply NOT_NOW = new Reply(Optional.empty(), Optional.empty(), "the client is disabled");

    private final Deliveries deliveries;
    private final Clients clients;
    private final Receivers receivers;
    private final Courier courier;

    @Inject
    Delivery(Deliveries deliveries, Clients clients, Receivers receivers, Courier courier) {
        this.deliveries = deliveries;
        this.clients = clients;
        this.receivers = receivers;
        this.courier = courier;
    }

    /** For the container's proxy, which never calls anything on itself. */
    @SuppressWarnings("NullAway")
    Delivery() {
        deliveries = null;
        clients = null;
        receivers = null;
        courier = null;
    }

    void start(@Observes Startup start) {
        courier.start(this);
    }

    @PreDestroy
    void stop() {
        courier.stop();
    }

    void deliver(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesWritten written) {
        courier.soon();
    }

    @Override
    public String name() {
        return "deliveries to webhooks";
    }

    @Override
    public Backlog backlog() {
        return deliveries.backlog();
    }

    @Override
    public List<String> due(int limit) {
        return deliveries.due(limit);
    }

    @Override
    public Optional<Sending> begin(String id) {
        return deliveries.take(id).map(attempt -> new Sending(reply(attempt), reply -> done(attempt, reply)));
    }

    /** A client that is disabled for a while is told afterwards. */
    private CompletableFuture<Reply> reply(Attempt attempt) {
        return clients.find(attempt.client()).isPresent()
                ? receivers.send(attempt)
                : CompletableFuture.completedFuture(NOT_NOW);
    }

    private void done(Attempt attempt, Reply reply) {
        Conflict.again(() -> deliveries.done(attempt, reply));
    }
}
