package org.gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrailTest {
    private static final String ADDRESS = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final ChainTestBed bed = new ChainTestBed(database);
    private final Trail trail = new Trail(database.entities(), bed.key);
    private final Instant begin = bed.clock.instant();

    @Test
    void theNewestComeFirstAndACursorGoesOnBehindOne() {
        bed.chain(5);
        List<TrailEvent> first = search(TrailFilter.all(), 0, 2);
        assertEquals(List.of("account4", "account3"), accounts(first));
        bed.chain(1);
        List<TrailEvent> next = database.inTransaction(
                () -> trail.searchAfter(TrailFilter.all(), first.get(1).cursor(), 2));
        assertEquals(List.of("account2", "account1"), accounts(next));
        assertEquals(List.of("account0"), accounts(search(TrailFilter.all(), 5, 2)));
        assertEquals(List.of(), database.inTransaction(() -> trail.searchAfter(TrailFilter.all(), "none", 2)));
    }

    @Test
    void eachFilterFindsItsOwn() {
        bed.clock.move(Duration.ofHours(1));
        bed.record(AuditEvent.of("session.begin").byAccount("a1").account("a1").wallet("idena:mainnet:" + ADDRESS));
        bed.record(AuditEvent.of("grant.redeem")
                .outcome("invalid-grant")
                .byClient("shop")
                .client("shop"));
        bed.record(AuditEvent.of("kyc.status").by("api-key:k1").account("a2").application("x1"));
        bed.record(AuditEvent.of("session.end").outcome("expired").account("a1"));
        assertEquals(List.of("session.begin"), actions("action", "session.begin"));
        assertEquals(2, actions("action", "session.").size());
        assertEquals(List.of("grant.redeem"), actions("outcome", "invalid-grant"));
        assertEquals(2, actions("outcome", "ok").size());
        assertEquals(2, actions("outcome", "not-ok").size());
        assertEquals(List.of("kyc.status"), actions("actor", "api-key:k1"));
        assertEquals(2, actions("account", "a1").size());
        assertEquals(List.of("grant.redeem"), actions("client", "shop"));
        assertEquals(List.of("kyc.status"), actions("application", "x1"));
        assertEquals(List.of("session.begin"), actions("wallet", ADDRESS.toLowerCase(java.util.Locale.ROOT)));
        assertEquals(List.of("session.begin"), actions("wallet", "idena:mainnet:" + ADDRESS));
        assertEquals(List.of(), actions("wallet", "eip155:1:" + ADDRESS));
        assertEquals(List.of(), actions("account", "a\0"));
        assertEquals(
                0,
                search(TrailFilter.between(begin, begin.plusSeconds(60)), 0, 9).size());
        assertEquals(
                4,
                search(TrailFilter.between(begin, begin.plus(Duration.ofHours(2))), 0, 9)
                        .size());
        assertEquals(4, database.inTransaction(() -> trail.count(TrailFilter.all())));
        assertThrows(IllegalArgumentException.class, () -> filter("action", "%"));
    }

    @Test
    void theHoursAreCountedByActionNetworkAndOutcome() {
        bed.clock.moveTo(Instant.parse("2026-11-21T10:59:59.999Z"));
        for (int i = 0; i < 3; i++) bed.record(AuditEvent.of("session.begin").wallet("idena:mainnet:" + ADDRESS));
        bed.clock.moveTo(Instant.parse("2026-11-21T11:00:00Z"));
        bed.record(AuditEvent.of("session.begin").outcome("blocked").wallet("eip155:1:" + ADDRESS));
        bed.record(AuditEvent.of("role.grant"));
        Instant ten = Instant.parse("2026-11-21T10:00:00Z");
        List<Trail.Hourly> counted = database.inTransaction(() -> trail.perHour(ten, ten.plus(Duration.ofHours(2))));
        assertEquals(3, counted.size());
        assertEquals(
                new Trail.Hourly(ten, "session.begin", Optional.of("idena"), "ok", 3),
                counted.stream()
                        .filter(one -> one.hour().equals(ten))
                        .findFirst()
                        .orElseThrow());
        assertEquals(
                1,
                database.inTransaction(() -> trail.perHour(ten, ten.plus(Duration.ofHours(1))))
                        .size());
    }

    @Test
    void aCopyHasWhatIsChainedInTheOrderOfTheChain() {
        bed.chain(3);
        bed.record(AuditEvent.of("role.grant"));
        List<TrailEvent> copy = database.inTransaction(() -> trail.chained(TrailFilter.all(), 1, 9));
        assertEquals(List.of("account1", "account2"), accounts(copy));
    }

    private List<String> actions(String name, String value) {
        return search(filter(name, value), 0, 9).stream()
                .map(TrailEvent::action)
                .toList();
    }

    private List<TrailEvent> search(TrailFilter filter, int skip, int limit) {
        return database.inTransaction(() -> trail.search(filter, skip, limit));
    }

    private static List<@Nullable String> accounts(List<TrailEvent> events) {
        return events.stream().<@Nullable String>map(TrailEvent::account).toList();
    }

    private static TrailFilter filter(String name, String value) {
        return new TrailFilter(
                null,
                null,
                name.equals("action") ? value : null,
                name.equals("outcome") ? value : null,
                name.equals("actor") ? value : null,
                name.equals("account") ? value : null,
                name.equals("client") ? value : null,
                name.equals("wallet") ? value : null,
                name.equals("application") ? value : null,
                null);
    }
}
