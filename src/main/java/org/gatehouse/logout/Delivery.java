package org.gatehouse.logout;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Delivers notices: at once when one was written here, and whatever is due every 10 seconds, also what another node left. */
@ApplicationScoped
class Delivery {
    private static final Logger LOG = System.getLogger(Delivery.class.getName());
    private static final int MOST_AT_ONCE = 32;
    private static final int SECONDS_BETWEEN_LOOKS = 10;

    @Inject
    Notices notices;

    @Inject
    LogoutTokens tokens;

    @Inject
    BackChannel channel;

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private @Nullable ScheduledFuture<?> running;

    void start(@Observes Startup start) {
        if (executor == null) return;
        running = executor.scheduleWithFixedDelay(
                this::deliverDue, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (running != null) running.cancel(false);
    }

    void deliver(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticesWritten written) {
        soon();
    }

    private void soon() {
        try {
            if (executor != null) executor.execute(this::deliverDue);
        } catch (RejectedExecutionException e) {
            // The server stops, or has no thread to spare: the notice is a row, and the next look finds it.
            LOG.log(Level.DEBUG, "later", e);
        }
    }

    private void deliverDue() {
        try {
            for (String id : notices.due(MOST_AT_ONCE)) {
                if (!free.tryAcquire()) return;
                boolean begun = false;
                try {
                    begun = begin(id);
                } finally {
                    if (!begun) free.release();
                }
            }
        } catch (RuntimeException e) {
            // The next look tries again: a fault here must not end the schedule.
            LOG.log(Level.WARNING, "notices of sign-outs cannot be delivered", e);
        }
    }

    /** Begins a try; false where there is none to make. */
    private boolean begin(String id) {
        ManagedScheduledExecutorService threads = executor;
        Notice notice = notices.take(id).orElse(null);
        if (notice == null || threads == null) return false;
        String token = tokens.of(notice);
        // Never on the client's own threads: they do not belong to the server and know no transactions.
        Future<?> unused = channel.post(notice.address(), token)
                .whenCompleteAsync((status, fault) -> done(notice, status, fault), threads);
        return true;
    }

    private void done(Notice notice, @Nullable Integer status, @Nullable Throwable fault) {
        free.release();
        String client = notice.client().id();
        // Section 2.8: 200, and 204 of those who have nothing to say.
        if (status != null && (status == 200 || status == 204)) {
            notices.delivered(notice.id());
        } else if (fault == null) {
            LOG.log(Level.INFO, "client {0} refused the notice of a sign-out with status {1}", client, status);
        } else {
            LOG.log(Level.INFO, "client {0} could not be told of a sign-out: {1}", client, fault.toString());
        }
        // Others may have waited for this one.
        if (free.availablePermits() == 1) soon();
    }
}
