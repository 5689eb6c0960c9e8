package org.gatehouse.world;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.world.Told.Sighting;

/** What is left of two months of sign-ins. */
@Dependent
class History {
    private static final int AT_ONCE = 1_000;
    private static final int REFUSED_PERCENT = 4;
    /** Of the hours of a day, how many of a hundred sign-ins that could be in it are. */
    private static final int[] HOURS = {
        12, 8, 6, 5, 6, 10, 22, 45, 80, 100, 95, 85, 75, 80, 85, 80, 70, 65, 70, 75, 65, 50, 35, 20
    };

    private static final int WEEKEND_PERCENT = 45;

    private static final List<Refused> REFUSALS = List.of(
            new Refused("idena.authenticate", "wrong-signature", "idena"),
            new Refused("idena.authenticate", "wrong-signature", "idena"),
            new Refused("session.begin", "blocked", "idena"),
            new Refused("selfkey.authenticate", "signature-invalid", "selfkey"));

    private final Told told;
    private final Chance chance;

    @Inject
    History(Told told, Chance chance) {
        this.told = told;
        this.chance = chance;
    }

    /** Tells of so many sign-ins of these people until now, in the order in which they were: so the database has the least to move. */
    void tell(List<Resident> people, int signIns, Instant now) {
        List<Sighting> sightings = new ArrayList<>();
        for (int i = 0; i < signIns; i++) {
            Resident somebody = chance.of(people);
            Instant at = likely(somebody.since(), Duration.between(somebody.since(), now));
            sightings.add(new Sighting(at, signIn(somebody)));
            if (chance.percent(REFUSED_PERCENT))
                sightings.add(new Sighting(at, chance.of(REFUSALS).event(somebody)));
        }
        sightings.sort(Comparator.comparing(Sighting::at));
        for (int from = 0; from < sightings.size(); from += AT_ONCE)
            told.add(sightings.subList(from, Math.min(from + AT_ONCE, sightings.size())));
    }

    private static AuditEvent signIn(Resident somebody) {
        return AuditEvent.of("session.begin")
                .byAccount(somebody.account())
                .account(somebody.account())
                .wallet(somebody.wallet().toString());
    }

    /** By day rather than by night, and on working days. */
    private Instant likely(Instant from, Duration time) {
        Instant at = chance.growing(from, time);
        for (int tries = 0; tries < 8; tries++) {
            var local = at.atOffset(ZoneOffset.UTC);
            boolean weekend = local.getDayOfWeek().getValue() > 5;
            if (chance.percent(HOURS[local.getHour()]) && (!weekend || chance.percent(WEEKEND_PERCENT))) return at;
            at = chance.growing(from, time);
        }
        return at;
    }

    private record Refused(String action, String outcome, String network) {
        AuditEvent event(Resident somebody) {
            return AuditEvent.of(action)
                    .outcome(outcome)
                    .by("anonymous")
                    .wallet(somebody.wallet().toString())
                    .network(network);
        }
    }
}
