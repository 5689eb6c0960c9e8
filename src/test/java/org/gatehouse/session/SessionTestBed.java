package org.gatehouse.session;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.gatehouse.Fake;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;

/** Makes this room's parts; opens it to the tests of others. */
public final class SessionTestBed {
    static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofMinutes(5), Duration.ofHours(8), Duration.ofMinutes(30));

    private SessionTestBed() {}

    /** The attempts that are stored there, at this clock's time; each lives five minutes. */
    public static Attempts attempts(EntityManager entities, Clock clock) {
        return new Attempts(entities, clock, SETTINGS, AuditTestBed.audit(entities, clock));
    }

    /** The sessions that are stored there, at this clock's time; each lives eight hours, and half an hour without use. */
    public static Sessions sessions(EntityManager entities, Clock clock) {
        return sessions(entities, clock, SETTINGS, new Randomness());
    }

    static Sessions sessions(EntityManager entities, Clock clock, SessionSettings settings, Randomness randomness) {
        return new Sessions(
                entities,
                clock,
                settings,
                randomness,
                AccountTestBed.accounts(entities, clock),
                AuditTestBed.audit(entities, clock),
                ended());
    }

    /** Signs a new browser in with this wallet. */
    public static Finish.SignedIn signIn(TestDatabase database, Clock clock, AccountId wallet) {
        Secret browser = new Randomness().secret();
        Attempts attempts = attempts(database.entities(), clock);
        database.inTransaction(() -> attempts.begin(browser, LocalPath.HOME));
        database.inTransaction(() -> attempts.prove(WalletToken.of(browser), wallet));
        Sessions sessions = sessions(database.entities(), clock);
        return (Finish.SignedIn) database.inTransaction(() -> sessions.finish(browser, "a browser"));
    }

    /** Nobody listens. */
    private static Event<SessionEnded> ended() {
        @SuppressWarnings("unchecked")
        Event<SessionEnded> event = Fake.of(Event.class, Map.of("fire", arguments -> null));
        return event;
    }
}
