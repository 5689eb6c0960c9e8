package org.gatehouse.world;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import org.gatehouse.account.AccountDirectory;
import org.gatehouse.http.PublicUrl;

/** Has an empty database filled where that is wanted, while the node answers already; the log says when it is done. */
@ApplicationScoped
class WorldAtStart {
    private static final Logger LOG = System.getLogger(WorldAtStart.class.getName());
    private static final int AFTER_CLIENTS_AND_TEMPLATES = Interceptor.Priority.LIBRARY_AFTER + 500;

    @Resource
    ManagedExecutorService threads;

    @Inject
    WorldSettings settings;

    @Inject
    PublicUrl publicUrl;

    @Inject
    WorldRows rows;

    @Inject
    AccountDirectory accounts;

    @Inject
    World world;

    void start(@Observes @Priority(AFTER_CLIENTS_AND_TEMPLATES) Startup start) {
        boolean madeUp = rows.begun();
        // Everyone knows the keys of its administrators.
        if (madeUp && !publicUrl.local())
            throw new IllegalStateException(
                    "Gatehouse does not start. gatehouse.db.url: the people of this database are made up, and their keys are known to all. Such a database is for localhost alone.");
        if (!settings.on() || madeUp || accounts.count(AccountDirectory.Filter.all()) > 0) return;
        rows.begin();
        LOG.log(Level.INFO, "a world is being made up");
        Future<?> unused = threads.submit(this::make);
    }

    private void make() {
        try {
            world.make();
            rows.done();
            LOG.log(Level.INFO, "the world is made up");
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the world is made up in part only", e);
        }
    }

    /** Whether a world was made up here: the practice wallet then offers the keys of those who work in it. */
    boolean there() {
        return rows.begun();
    }
}
