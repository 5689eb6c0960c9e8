package org.gatehouse.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gatehouse.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChallengeSweepTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** A client's token lives a day at most, and its count of nonces must live as long. */
    private static final Duration KEPT = Duration.ofDays(1);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final ChallengeSweep sweep = new ChallengeSweep(database.entities());

    @Test
    void itRemovesOnlyWhatIsPast() {
        store("long past", NOW.minus(KEPT).minusMillis(1));
        store("kept for its count", NOW.minus(KEPT));
        store("live", NOW.plusMillis(1));
        assertEquals(1, sweep(1_000));
        assertEquals(
                List.of("kept for its count", "live"), database.texts("select c.id from ChallengeRow c order by c.id"));
    }

    @Test
    void itRemovesInFullBatches() {
        database.inTransaction(() -> {
            for (int row = 0; row < 1_500; row++) database.entities().persist(row("past " + row, Instant.EPOCH));
            database.entities().persist(row("live", NOW.plusSeconds(1)));
        });
        assertEquals(List.of(1_000, 500, 0), List.of(sweep(1_000), sweep(1_000), sweep(1_000)));
        assertEquals(List.of("live"), database.texts("select c.id from ChallengeRow c"));
    }

    private int sweep(int limit) {
        return database.inTransaction(() -> sweep.sweep(NOW, limit));
    }

    private void store(String id, Instant expires) {
        database.store(row(id, expires));
    }

    private static ChallengeRow row(String id, Instant expires) {
        ChallengeRow row = new ChallengeRow();
        row.id = id;
        row.text = "text";
        row.subject = "subject";
        row.issuedCount = 1;
        row.expiresAt = expires;
        return row;
    }
}
