package org.gatehouse.outbox;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Delivers what is in an outbox: at once when something was put in here, and whatever is due every 10 seconds, also what another node left. */
@Dependent
public class Courier {
    private static final Logger LOG = System.getLogger(Courier.class.getName());
    static final int MOST_AT_ONCE = 32;
    private static final int SECONDS_BETWEEN_LOOKS = 10;

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    /** Whether a look is queued that has not begun. */
    private final AtomicBoolean queued = new AtomicBoolean();
    /** Whether a look left something for want of places: the next place that comes free makes another look. */
    private final AtomicBoolean waiting = new AtomicBoolean();

    private @Nullable Outbox outbox;
    private @Nullable ScheduledFuture<?> running;

    /** Begins to look into this outbox. */
    public void start(Outbox box) {
        outbox = box;
        if (executor == null) return;
        running = executor.scheduleWithFixedDelay(
                this::deliverDue, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    /** Looks no more. */
    public void stop() {
        if (running != null) running.cancel(false);
    }

    /** Looks as soon as a thread is free. One look is enough for all that ask for it before it begins. */
    public void soon() {
        if (executor == null || !queued.compareAndSet(false, true)) return;
        try {
            executor.execute(() -> {
                queued.set(false);
                deliverDue();
            });
        } catch (RejectedExecutionException e) {
            queued.set(false);
            // The server stops, or has no thread to spare: what waits is a row, and the next look finds it.
            LOG.log(Level.DEBUG, "later", e);
        }
    }

    private void deliverDue() {
        Outbox box = outbox;
        if (box == null) return;
        try {
            List<String> due = box.due(MOST_AT_ONCE);
            // There may be more behind them.
            if (due.size() == MOST_AT_ONCE) waiting.set(true);
            for (String id : due) {
                if (!place()) return;
                tryOnce(box, id);
            }
        } catch (RuntimeException e) {
            // The next look tries again: a fault here must not end the schedule.
            LOG.log(Level.WARNING, box.name() + " cannot be delivered", e);
        }
    }

    private boolean place() {
        if (free.tryAcquire()) return true;
        waiting.set(true);
        // One that came free before that was said has woken nobody.
        return free.tryAcquire();
    }

    /** Makes one try, and gives its place back whatever becomes of it. */
    private void tryOnce(Outbox box, String id) {
        ManagedScheduledExecutorService threads = executor;
        Sending sending;
        try {
            sending = box.begin(id).orElse(null);
        } catch (RuntimeException e) {
            free.release();
            // One that cannot be sent holds up no other.
            LOG.log(Level.WARNING, "of " + box.name() + ", " + id + " cannot be sent", e);
            return;
        }
        if (sending == null || threads == null) {
            free.release();
            return;
        }
        // The rest never on the client's own threads: they do not belong to the server and know no transactions. It may
        // find no thread.
        Future<?> unused = sending.reply()
                .whenComplete((reply, fault) -> released())
                .thenAcceptAsync(reply -> done(box, sending, id, reply), threads);
    }

    private void released() {
        free.release();
        if (waiting.getAndSet(false)) soon();
    }

    private static void done(Outbox box, Sending sending, String id, Reply reply) {
        try {
            sending.done().accept(reply);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "of " + box.name() + ", " + id + " was sent and may be sent again", e);
        }
    }
}
