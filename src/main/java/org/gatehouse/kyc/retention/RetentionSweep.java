package org.gatehouse.kyc.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.gatehouse.kyc.application.Erasure;
import org.gatehouse.ops.Sweep;

/** Cancels applications that nobody goes on with, and erases those whose time is over. Each in a transaction of its own; one that fails holds up no other. */
@Dependent
class RetentionSweep implements Sweep {
    private static final Logger LOG = System.getLogger(RetentionSweep.class.getName());

    private final Erasure erasure;
    private final Retention retention;
    private final RetentionSettings settings;

    @Inject
    RetentionSweep(Erasure erasure, Retention retention, RetentionSettings settings) {
        this.erasure = erasure;
        this.retention = retention;
        this.settings = settings;
    }

    @Override
    public int sweep(Instant now, int limit) {
        Instant since = now.minus(settings.abandoned());
        return each(erasure.abandoned(since, limit), id -> retention.cancelAbandoned(id, since))
                + each(erasure.due(now, limit), id -> retention.eraseDue(id, now));
    }

    private static int each(List<String> ids, Predicate<String> work) {
        int done = 0;
        for (String id : ids) {
            try {
                if (work.test(id)) done++;
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "application " + id + " cannot be erased or canceled and is tried again", e);
            }
        }
        return done;
    }
}
