package org.gatehouse.kyc.application;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.gatehouse.Fake;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.kyc.template.TemplateTestBed;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;

/** Makes applications; opens this room to the tests of others. */
public final class ApplicationTestBed {
    private ApplicationTestBed() {}

    /** The applications that are stored there, under a master key of zeros; nobody hears of their changes. */
    @SuppressWarnings("unchecked")
    public static Applications applications(EntityManager entities, Clock clock) {
        Event<StatusChanged> nobody = Fake.of(Event.class, Map.of("fire", event -> null));
        return new Applications(
                entities,
                new MasterKey(new byte[MasterKey.BYTES], new Randomness()),
                new Randomness(),
                clock,
                AuditTestBed.audit(entities, clock),
                targets(entities, clock),
                nobody);
    }

    /** Two days where a template does not say. */
    static ReviewTargets targets(EntityManager entities, Clock clock) {
        return new ReviewTargets(TemplateTestBed.templates(entities, clock), new ReviewSettings(Duration.ofDays(2)));
    }
}
