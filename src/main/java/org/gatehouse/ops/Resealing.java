package org.gatehouse.ops;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.SealedRows;

/** Seals under the master key what is still sealed under the one before it, where the operator has given that one (docs/operations.md). */
@Dependent
class Resealing implements Sweep {
    private static final Logger LOG = System.getLogger(Resealing.class.getName());

    private final MasterKey masterKey;
    private final Instance<SealedRows> rooms;
    private final Audit audit;

    @Inject
    Resealing(MasterKey masterKey, @Any Instance<SealedRows> rooms, Audit audit) {
        this.masterKey = masterKey;
        this.rooms = rooms;
        this.audit = audit;
    }

    /** Says how many rows wait, after the schema was made. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) Startup start) {
        masterKey.headBefore().ifPresent(this::sayOfAll);
    }

    private void sayOfAll(String head) {
        for (Instance.Handle<SealedRows> handle : rooms.handles()) {
            try (handle) {
                say(handle.get(), handle.get().waiting(head));
            }
        }
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        Optional<String> head = masterKey.headBefore();
        return head.isEmpty() ? 0 : reseal(head.get(), limit);
    }

    private int reseal(String head, int limit) {
        int done = 0;
        for (Instance.Handle<SealedRows> handle : rooms.handles()) {
            try (handle) {
                if (done < limit) done += reseal(handle.get(), head, limit - done);
            }
        }
        return done;
    }

    private int reseal(SealedRows rows, String head, int limit) {
        int done = rows.reseal(head, limit);
        if (done == 0) return 0;
        audit.record("master-key.reseal", "ok", null, rows.name());
        say(rows, rows.waiting(head));
        return done;
    }

    private void say(SealedRows rows, long waiting) {
        if (waiting > 0) {
            LOG.log(Level.INFO, "{0}: {1} rows wait to be sealed under {2}", rows.name(), waiting, masterKey);
        } else {
            LOG.log(
                    Level.INFO,
                    "{0}: no row is sealed under the master key before {1} any more",
                    rows.name(),
                    masterKey);
        }
    }
}
