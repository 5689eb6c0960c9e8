package org.gatehouse.audit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.gatehouse.config.Keys;

/** Makes this room's settings, and the audit key once for all who write. */
@ApplicationScoped
class AuditBeans {
    private static final int AFTER_THE_SCHEMA = Interceptor.Priority.PLATFORM_BEFORE + 200;

    @Produces
    @Singleton
    AuditKey key(Chains chains) {
        return new AuditKey(chains::key);
    }

    @Produces
    @Singleton
    AuditSettings settings(Keys keys) {
        return AuditSettings.read(keys);
    }

    @Produces
    @Singleton
    Seldom seldom() {
        return new Seldom();
    }

    @Produces
    @Singleton
    SeenEnd seenEnd() {
        return new SeenEnd();
    }

    /** Before anything else is recorded: what is there by now is from before there was a chain. A node that cannot open the key does not start. */
    void begin(@Observes @Priority(AFTER_THE_SCHEMA) Startup start, Chains chains) {
        chains.key();
    }
}
