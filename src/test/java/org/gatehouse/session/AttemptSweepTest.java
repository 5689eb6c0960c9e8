package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gatehouse.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AttemptSweepTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** Until then a late wallet is told that it is late. */
    private static final Duration KEPT = Duration.ofHours(1);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final AttemptSweep sweep = new AttemptSweep(database.entities());

    @Test
    void itRemovesOnlyWhatIsPast() {
        database.store(row("long past", NOW.minus(KEPT).minusMillis(1)));
        database.store(row("kept to tell", NOW.minus(KEPT)));
        database.store(row("live", NOW.plusMillis(1)));
        assertEquals(1, sweep(1_000));
        assertEquals(List.of("kept to tell", "live"), database.texts("select a.id from AttemptRow a order by a.id"));
    }

    @Test
    void itRemovesInFullBatches() {
        database.inTransaction(() -> {
            for (int past = 0; past < 1_500; past++) database.entities().persist(row("past " + past, Instant.EPOCH));
            database.entities().persist(row("live", NOW.plusSeconds(1)));
        });
        assertEquals(List.of(1_000, 500, 0), List.of(sweep(1_000), sweep(1_000), sweep(1_000)));
        assertEquals(List.of("live"), database.texts("select a.id from AttemptRow a"));
    }

    private int sweep(int limit) {
        return database.inTransaction(() -> sweep.sweep(NOW, limit));
    }

    private static AttemptRow row(String id, Instant expires) {
        AttemptRow row = new AttemptRow();
        row.id = id;
        row.tokenHash = "token of " + id;
        row.createdAt = Instant.EPOCH;
        row.expiresAt = expires;
        return row;
    }
}
