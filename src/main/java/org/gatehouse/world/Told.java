package org.gatehouse.world;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.ops.Past;

/** Writes into the trail what is left of older sign-ins: their sessions are over and gone. */
@Dependent
class Told {
    private final Audit audit;

    @Inject
    Told(Audit audit) {
        this.audit = audit;
    }

    /** Adds these, in one transaction. */
    @Transactional
    public void add(List<Sighting> sightings) {
        sightings.forEach(sighting -> Past.at(sighting.at(), () -> {
            audit.record(sighting.event());
            return true;
        }));
    }

    /** Something that happened then. */
    record Sighting(Instant at, AuditEvent event) {}
}
