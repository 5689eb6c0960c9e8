package org.gatehouse.token;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import org.gatehouse.ops.Sweep;

/** Looks after the key rings: once before the first request and then once a minute, on every node. */
@ApplicationScoped
class KeyRotation implements Sweep {
    @Inject
    KeyRings rings;

    /**
     * Makes the first key of each algorithm that applications may meet at any time, whether or not an application uses it yet: one that fetched the JWKS in between would not know a key
     * that came later. Runs after the settings were checked and the schema was made.
     */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) Startup start) {
        rings.tend();
    }

    /** Makes successors in time, and erases the private half of keys that are gone: too few for {@code limit} to matter. */
    @Override
    public int sweep(Instant now, int limit) {
        rings.tend();
        return rings.eraseGone();
    }
}
