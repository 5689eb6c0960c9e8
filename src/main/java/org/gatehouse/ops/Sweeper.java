package org.gatehouse.ops;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs each {@link Sweep} once a minute, in batches, so that a long backlog never holds a lock for long. */
@ApplicationScoped
class Sweeper {
    private static final Logger LOG = System.getLogger(Sweeper.class.getName());
    private static final int BATCH = 1_000;
    private static final int MOST_BATCHES = 100;

    @Inject
    @Any
    Instance<Sweep> sweeps;

    @Inject
    Clock clock;

    @Inject
    SweepLog log;

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    private @Nullable ScheduledFuture<?> running;

    void start(@Observes Startup start) {
        if (executor != null) running = executor.scheduleWithFixedDelay(this::sweepAll, 1, 1, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        if (running != null) running.cancel(false);
    }

    private void sweepOut(Sweep sweep) {
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            if (sweep.sweep(clock.instant(), BATCH) < BATCH) return;
        }
    }

    private void sweepAll() {
        List<String> failed = new ArrayList<>();
        for (Instance.Handle<Sweep> handle : sweeps.handles()) {
            try (handle) {
                sweepOut(handle.get());
            } catch (RuntimeException e) {
                // The next minute tries again: a fault here must not end the schedule.
                LOG.log(Level.WARNING, "sweep failed", e);
                failed.add(handle.getBean().getBeanClass().getSimpleName());
            }
        }
        log.note(new SweepLog.Round(clock.instant(), failed));
    }
}
