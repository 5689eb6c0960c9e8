package org.gatehouse.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock that everyone is given: UTC. */
@ApplicationScoped
class Time {
    @Produces
    @Singleton
    Clock clock() {
        return Past.over(Clock.systemUTC());
    }
}
