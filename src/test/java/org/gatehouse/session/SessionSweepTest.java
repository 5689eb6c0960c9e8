package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionSweepTest {
    private static final AccountId WALLET =
            AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final Duration KEPT = Duration.ofHours(1);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final List<String> ended = new ArrayList<>();
    private final Sessions sessions = SessionTestBed.sessions(
            database.entities(), clock, session -> ended.add(session.session()), signedOut -> {});
    private final SessionSweep sweep = new SessionSweep(database.entities(), sessions);

    @Test
    void itRemovesOnlyWhatIsPast() {
        Instant end = signIn().expiresAt();
        clock.move(Duration.ofMillis(1));
        String kept = signIn().id();
        clock.moveTo(end.plus(KEPT));
        String live = signIn().id();
        assertEquals(0, sweep(1_000));
        clock.move(Duration.ofMillis(1));
        assertEquals(1, sweep(1_000));
        assertEquals(List.of(kept, live), database.texts("select s.id from SessionRow s order by s.authenticatedAt"));
    }

    @Test
    void itRemovesInFullBatches() {
        Instant end = clock.instant();
        for (int past = 0; past < 150; past++) end = signIn().expiresAt();
        clock.moveTo(end.plus(KEPT).plusMillis(1));
        String live = signIn().id();
        assertEquals(List.of(100, 100, 50, 0), List.of(sweep(100), sweep(100), sweep(100), sweep(100)));
        assertEquals(List.of(live), database.texts("select s.id from SessionRow s"));
    }

    @Test
    void whatRanOutIsEndedOnceBeforeItGoes() {
        String idle = signIn().id();
        clock.move(SessionTestBed.SETTINGS.idle());
        String live = signIn().id();
        sweep(1_000);
        sweep(1_000);
        assertEquals(List.of(idle), ended);
        clock.move(SessionTestBed.SETTINGS.absolute().plus(KEPT).plusMillis(1));
        sweep(1_000);
        assertEquals(List.of(idle, live), ended, "also where nobody swept for hours");
        assertEquals(0, database.count("SessionRow"));
    }

    private int sweep(int limit) {
        return database.inTransaction(() -> sweep.sweep(clock.instant(), limit));
    }

    private Session signIn() {
        return SessionTestBed.signIn(database, clock, sessions, WALLET, Optional.empty())
                .session();
    }
}
