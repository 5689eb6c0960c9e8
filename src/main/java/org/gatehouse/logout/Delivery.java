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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Delivers notices: at once when one was written here, and whatever is due every 10 seconds, also what another node left. */
@ApplicationScoped
class Delivery {
    private static final Logger LOG = System.getLogger(Delivery.class.getName());
    static final int MOST_AT_ONCE = 32;
    private static final int SECONDS_BETWEEN_LOOKS = 10;

    private final Notices notices;
    private final LogoutTokens tokens;
    private final BackChannel channel;

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    /** Whether a look is queued that has not begun. */
    private final AtomicBoolean queued = new AtomicBoolean();
    /** Whether a look left notices for want of places: the next place that comes free makes another look. */
    private final AtomicBoolean waiting = new AtomicBoolean();

    private @Nullable ScheduledFuture<?> running;

    @Inject
    Delivery(Notices notices, LogoutTokens tokens, BackChannel channel) {
        this.notices = notices;
        this.tokens = tokens;
        this.channel = channel;
    }

    /** For the container's proxy, which never calls anything on itself. */
    @SuppressWarnings("NullAway")
    Delivery() {
        notices = null;
        tokens = null;
        channel = null;
    }

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

    /** Looks as soon as a thread is free. One look is enough for all that ask for it before it begins. */
    private void soon() {
        if (executor == null || !queued.compareAndSet(false, true)) return;
        try {
            executor.execute(() -> {
                queued.set(false);
                deliverDue();
            });
        } catch (RejectedExecutionException e) {
            queued.set(false);
            // The server stops, or has no thread to spare: the notice is a row, and the next look finds it.
            LOG.log(Level.DEBUG, "later", e);
        }
    }

    private void deliverDue() {
        try {
            List<String> due = notices.due(MOST_AT_ONCE);
            // There may be more behind them.
            if (due.size() == MOST_AT_ONCE) waiting.set(true);
            for (String id : due) {
                if (!place()) return;
                tryOnce(id);
            }
        } catch (RuntimeException e) {
            // The next look tries again: a fault here must not end the schedule.
            LOG.log(Level.WARNING, "notices of sign-outs cannot be delivered", e);
        }
    }

    private boolean place() {
        if (free.tryAcquire()) return true;
        waiting.set(true);
        // One that came free before that was said has woken nobody.
        return free.tryAcquire();
    }

    /** Makes one try, and gives its place back whatever becomes of it. */
    private void tryOnce(String id) {
        ManagedScheduledExecutorService threads = executor;
        Notice notice;
        CompletableFuture<Integer> answer;
        try {
            notice = notices.take(id).orElse(null);
            if (notice == null || threads == null) {
                free.release();
                return;
            }
            answer = channel.post(notice.address(), tokens.of(notice));
        } catch (RuntimeException e) {
            free.release();
            // One that cannot be sent holds up no other.
            LOG.log(Level.WARNING, "the notice " + id + " of a sign-out cannot be sent", e);
            return;
        }
        // The rest never on the client's own threads: they do not belong to the server and know no transactions. It may
        // find no thread.
        Future<?> unused = answer.whenComplete((status, fault) -> released())
                .whenCompleteAsync((status, fault) -> done(notice, status, fault), threads);
    }

    private void released() {
        free.release();
        if (waiting.getAndSet(false)) soon();
    }

    private void done(Notice notice, @Nullable Integer status, @Nullable Throwable fault) {
        String client = notice.client().id();
        // Section 2.8: 200, and 204 of those who have nothing to say.
        if (fault != null) {
            LOG.log(Level.INFO, "client {0} could not be told of a sign-out: {1}", client, fault.toString());
        } else if (status == null || (status != 200 && status != 204)) {
            LOG.log(Level.INFO, "client {0} refused the notice of a sign-out with status {1}", client, status);
        } else {
            delivered(notice);
        }
    }

    private void delivered(Notice notice) {
        try {
            notices.delivered(notice.id());
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "client " + notice.client().id() + " was told of a sign-out and will be told again",
                    e);
        }
    }
}
