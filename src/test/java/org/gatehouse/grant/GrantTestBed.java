package org.gatehouse.grant;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.vault.Randomness;

/** Makes this room's parts; opens it to the tests of others. */
public final class GrantTestBed {
    static final Lifetimes LIFETIMES =
            new Lifetimes(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofDays(30), Duration.ofDays(14));

    private GrantTestBed() {}

    /** The grants that are stored there, at this clock's time. */
    public static Grants grants(EntityManager entities, Clock clock) {
        return new Grants(
                entities,
                clock,
                new Randomness(),
                AuditTestBed.audit(entities, clock),
                SessionTestBed.sessions(entities, clock),
                LIFETIMES);
    }
}
