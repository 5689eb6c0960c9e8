package org.gatehouse.audit;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.gatehouse.vault.Randomness;

/** Opens this room to the tests of others. */
public final class AuditTestBed {
    private AuditTestBed() {}

    /** The trail that is stored there, at this clock's time. */
    public static Audit audit(EntityManager entities, Clock clock) {
        return new Audit(entities, clock, new Randomness());
    }
}
