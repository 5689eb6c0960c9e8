package org.gatehouse.audit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Chains every second what was recorded, signs checkpoints, and once in a while removes what is too old; on every node. */
@ApplicationScoped
class Chaining {
    private static final Logger LOG = System.getLogger(Chaining.class.getName());
    private static final int BATCH = 1_000;
    private static final int MOST_BATCHES = 100;
    private static final int LOOKS_BETWEEN_CUTS = 60;

    @Inject
    Sealing sealing;

    @Inject
    Checkpoints checkpoints;

    @Inject
    Cutting cutting;

    @Inject
    StoredChain stored;

    @Inject
    SeenEnd seen;

    @Inject
    AuditSettings settings;

    @Inject
    Clock clock;

    @Resource
    @Nullable
    ManagedScheduledExecutorService executor;

    private @Nullable ScheduledFuture<?> running;
    private int looks;
    private boolean behind;

    void start(@Observes Startup start) {
        if (executor != null) running = executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (running != null) running.cancel(false);
    }

    private void look() {
        try {
            for (int batch = 0; batch < MOST_BATCHES; batch++) if (sealing.seal(BATCH) < BATCH) break;
            stored.end().ifPresent(this::see);
            checkpoints.makeIfDue(clock.instant()).ifPresent(this::publish);
            if (looks++ % LOOKS_BETWEEN_CUTS == 0) cut();
        } catch (RuntimeException e) {
            // The next second tries again: a fault here must not end the schedule.
            LOG.log(Level.WARNING, "the trail cannot be chained", e);
        }
    }

    /** Said once, and not every second. */
    private void see(SeenEnd.End end) {
        boolean now = !seen.see(end);
        if (now && !behind)
            LOG.log(
                    Level.ERROR,
                    "the trail ends at {0}, and this node has seen {1}",
                    end.number(),
                    seen.last().number());
        behind = now;
    }

    private void cut() {
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            var cut = cutting.cut(clock.instant(), BATCH);
            if (cut.isEmpty()) return;
            publish(cut.get());
        }
    }

    /** A copy outside of the database: it shows a cut tail although the database knows of none. */
    private void publish(String jws) {
        LOG.log(Level.INFO, "checkpoint of the trail: {0}", jws);
        settings.checkpointFile().ifPresent(file -> append(file, jws));
    }

    private static void append(Path file, String jws) {
        try {
            Files.writeString(file, jws + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "a checkpoint of the trail cannot be written to " + file, e);
        }
    }
}
