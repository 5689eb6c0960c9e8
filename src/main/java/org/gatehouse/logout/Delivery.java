package org.gatehouse.logout;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.outbox.Backlog;
import org.gatehouse.outbox.Courier;
import org.gatehouse.outbox.Outbox;
import org.gatehouse.outbox.Reply;
import org.gatehouse.outbox.Sending;

/** Delivers notices. */
@ApplicationScoped
class Delivery implements Outbox {
    private static final Logger LOG = System.getLogger(Delivery.class.getName());
    /** Section 2.8: 200, and 204 of those who have nothing to say. */
    private static final Set<Integer> TAKEN = Set.of(200, 204);

    private final Notices notices;
    private final LogoutTokens tokens;
    private final BackChannel channel;
    private final Courier courier;

    @Inject
    Delivery(Notices notices, LogoutTokens tokens, BackChannel channel, Courier courier) {
        this.notices = notices;
        this.tokens = tokens;
        this.channel = channel;
        this.courier = courier;
    }

    /** For the container's proxy, which never calls anything on itself. */
    @SuppressWarnings("NullAway")
    Delivery() {
        notices = null;
        tokens = null;
        channel = null;
        courier = null;
    }

    void start(@Observes Startup start) {
        courier.start(this);
    }

    @PreDestroy
    void stop() {
        courier.stop();
    }

    void deliver(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticesWritten written) {
        courier.soon();
    }

    @Override
    public String name() {
        return "notices of sign-outs";
    }

    @Override
    public Backlog backlog() {
        return notices.backlog();
    }

    @Override
    public List<String> due(int limit) {
        return notices.due(limit);
    }

    @Override
    public Optional<Sending> begin(String id) {
        return notices.take(id)
                .map(notice ->
                        new Sending(channel.send(notice.address(), tokens.of(notice)), reply -> done(notice, reply)));
    }

    private void done(Notice notice, Reply reply) {
        if (reply.status().filter(TAKEN::contains).isPresent()) notices.delivered(notice.id());
        else
            LOG.log(
                    Level.INFO,
                    "client {0} took no notice of a sign-out: {1}",
                    notice.client().id(),
                    reply);
    }
}
