package org.gatehouse.grant;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.config.Defaults;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.vault.Randomness;

/** Makes this room's parts; opens it to the tests of others. */
public final class GrantTestBed {
    /** As they are delivered. */
    public static final Lifetimes LIFETIMES = Lifetimes.read(Defaults.keys());

    private GrantTestBed() {}

    /** The grants that are stored there, at this clock's time. */
    public static Grants grants(EntityManager entities, Clock clock) {
        return grants(entities, clock, new Randomness());
    }

    static Grants grants(EntityManager entities, Clock clock, Randomness randomness) {
        return new Grants(
                entities,
                clock,
                randomness,
                AuditTestBed.audit(entities, clock),
                SessionTestBed.sessions(entities, clock),
                LIFETIMES);
    }
}
