package org.gatehouse.session;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.Fake;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.WalletRemoved;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;

/** Makes this room's parts; opens it to the tests of others. */
public final class SessionTestBed {
    /** Where every browser of these tests is. */
    static final String ADDRESS = "192.0.2.77";

    static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofMinutes(5), Duration.ofHours(8), Duration.ofMinutes(30));

    private SessionTestBed() {}

    /** The attempts that are stored there, at this clock's time; each lives five minutes. */
    public static Attempts attempts(EntityManager entities, Clock clock) {
        return new Attempts(entities, clock, SETTINGS);
    }

    /** The sessions that are stored there, at this clock's time; nobody hears of what ends. */
    public static Sessions sessions(EntityManager entities, Clock clock) {
        return sessions(entities, clock, SETTINGS);
    }

    /** The sessions that are stored there, at this clock's time; these hear of what ends. */
    public static Sessions sessions(
            EntityManager entities, Clock clock, Consumer<SessionEnded> ended, Consumer<AccountSignedOut> signedOut) {
        return sessions(entities, clock, SETTINGS, ended, signedOut, disowned -> {});
    }

    /** The sessions that are stored there, at this clock's time; this one hears which were signed in by mistake. */
    public static Sessions disowned(EntityManager entities, Clock clock, Consumer<SessionDisowned> disowned) {
        return sessions(entities, clock, SETTINGS, ended -> {}, signedOut -> {}, disowned);
    }

    /** Tells the sessions of a wallet that was removed. */
    public static void end(Sessions sessions, WalletRemoved removed) {
        sessions.end(removed);
    }

    static Sessions sessions(EntityManager entities, Clock clock, SessionSettings settings) {
        return sessions(entities, clock, settings, ended -> {}, signedOut -> {}, disowned -> {});
    }

    private static Sessions sessions(
            EntityManager entities,
            Clock clock,
            SessionSettings settings,
            Consumer<SessionEnded> ended,
            Consumer<AccountSignedOut> signedOut,
            Consumer<SessionDisowned> disowned) {
        List<Sessions> made = new ArrayList<>();
        Sessions sessions = new Sessions(
                entities,
                clock,
                settings,
                attempts(entities, clock),
                AccountTestBed.linkedWallets(
                        entities, clock, removed -> made.get(0).end(removed)),
                AuditTestBed.audit(entities, clock),
                event(ended),
                event(signedOut),
                event(disowned));
        made.add(sessions);
        return sessions;
    }

    static Finishing finishing(
            EntityManager entities, Clock clock, SessionSettings settings, Randomness randomness, Sessions sessions) {
        return new Finishing(
                entities,
                clock,
                settings,
                randomness,
                sessions,
                AccountTestBed.accounts(entities, clock),
                AccountTestBed.linkedWallets(entities, clock),
                AuditTestBed.audit(entities, clock),
                AuditTestBed.from(ADDRESS));
    }

    /** Ends what has run out, in the caller's transaction. */
    public static int sweep(EntityManager entities, Clock clock, Sessions sessions) {
        return new SessionSweep(entities, sessions).sweep(clock.instant(), 1_000);
    }

    /** Stores a session that is in use until its end; nothing tells how it began. */
    public static void store(TestDatabase database, Session session) {
        SessionRow row = new SessionRow();
        row.id = session.id();
        row.secretHash = new Randomness().secret().hash();
        row.attemptId = session.id();
        row.accountId = session.account();
        row.wallet = session.wallet().toString();
        row.authenticatedAt = session.authenticatedAt();
        row.handedOver = session.handedOver();
        row.lastUsedAt = session.expiresAt();
        row.expiresAt = session.expiresAt();
        database.store(row);
    }

    /** Signs a browser in that had this session's secret, through every step, each in a transaction of its own. */
    public static Finish.SignedIn signIn(
            TestDatabase database, Clock clock, Sessions sessions, AccountId wallet, Optional<Secret> current) {
        Attempts attempts = attempts(database.entities(), clock);
        Finishing finishing = finishing(database.entities(), clock, SETTINGS, new Randomness(), sessions);
        Secret browser = new Randomness().secret();
        database.inTransaction(() -> attempts.begin(browser, LocalPath.HOME));
        database.inTransaction(() -> attempts.prove(WalletToken.of(browser), wallet));
        return (Finish.SignedIn) database.inTransaction(() -> finishing.finish(browser, current, "a browser"));
    }

    @SuppressWarnings("unchecked")
    private static <T> Event<T> event(Consumer<T> listener) {
        return Fake.of(Event.class, Map.of("fire", arguments -> {
            listener.accept((T) arguments[0]);
            return null;
        }));
    }
}
