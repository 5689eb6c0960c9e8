package org.gatehouse.session;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ticks for the pages that wait on this node, as long as any does. */
@ApplicationScoped
class AttemptWatch {
    private static final Logger LOG = System.getLogger(AttemptWatch.class.getName());
    private static final int MOST = 2_000;
    private static final int TICK_MILLIS = 500;

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    private final Watchers watchers;
    private @Nullable ScheduledFuture<?> running;
    private boolean failing;

    @Inject
    AttemptWatch(AttemptProgress progress, Clock clock) {
        watchers = new Watchers(progress::of, clock, MOST);
    }

    /** For the container's proxy, which never calls anything on itself. */
    @SuppressWarnings("NullAway")
    AttemptWatch() {
        watchers = null;
    }

    /** Lets a page wait for this attempt; false where there is no place for it. */
    synchronized boolean add(String attempt, Watchers.Line line) {
        if (executor == null || !watchers.add(attempt, line)) return false;
        if (running == null) {
            running = executor.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private void tick() {
        try {
            watchers.tick();
            failing = false;
        } catch (RuntimeException e) {
            // The next tick tries again. One line for each outage, not two each second.
            if (!failing) LOG.log(Level.WARNING, "waiting pages cannot be told", e);
            failing = true;
        }
        restIfNobodyWaits();
    }

    private synchronized void restIfNobodyWaits() {
        if (running == null || !watchers.isEmpty()) return;
        running.cancel(false);
        running = null;
    }

    @PreDestroy
    synchronized void stop() {
        if (running != null) running.cancel(false);
        watchers.closeAll();
    }
}
