package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
    private static final AccountId WALLET =
            AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final Duration LIFETIME = SessionTestBed.SETTINGS.attempt();
    private static final Duration ABSOLUTE = SessionTestBed.SETTINGS.absolute();
    private static final Duration IDLE = SessionTestBed.SETTINGS.idle();
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final LocalPath GO_ON = new LocalPath("/continue?client=wiki");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Randomness randomness = new Randomness();
    private final Attempts attempts = SessionTestBed.attempts(database.entities(), clock);
    private final Sessions sessions = sessions(SessionTestBed.SETTINGS);
    private final Secret browser = randomness.secret();

    @Test
    void aProvenAttemptSignsItsBrowserInOnce() {
        beginProven();
        Finish.SignedIn signedIn = assertInstanceOf(Finish.SignedIn.class, finish());
        assertEquals(GO_ON, signedIn.goOn());
        assertEquals(WALLET, signedIn.session().wallet());
        assertEquals(new Finish.Before(GO_ON), finish());
        assertEquals(1, database.count("SessionRow"));
    }

    @Test
    void theSessionsSecretIsNewAndTheOnlyWayIn() {
        beginProven();
        Finish.SignedIn signedIn = assertInstanceOf(Finish.SignedIn.class, finish());
        assertNotEquals(browser, signedIn.secret());
        assertEquals(Optional.of(signedIn.session()), find(sessions, signedIn.secret()));
        assertEquals(Optional.empty(), find(sessions, browser));
        assertEquals(List.of(signedIn.secret().hash()), database.texts("select s.secretHash from SessionRow s"));
    }

    @Test
    void aSessionTellsWhenTheWalletProvedItAndNotWhenTheBrowserCame() {
        beginProven();
        Instant proven = clock.instant();
        clock.move(Duration.ofMinutes(1));
        Session session = assertInstanceOf(Finish.SignedIn.class, finish()).session();
        assertEquals(proven, session.authenticatedAt());
        assertEquals(clock.instant().plus(ABSOLUTE), session.expiresAt());
    }

    @Test
    void twoSessionsOfAWalletAreOfOneAccount() {
        Session first = signIn(sessions, randomness.secret()).session();
        Session second = signIn(sessions, randomness.secret()).session();
        assertNotEquals(first.id(), second.id());
        assertEquals(first.account(), second.account());
    }

    @Test
    void aSignInAndASignOutStandInTheTrail() {
        Secret secret = signIn(sessions, browser).secret();
        database.inTransaction(() -> sessions.end(secret));
        assertEquals(
                List.of("session.begin", "session.end"),
                database.texts("select a.action from AuditRow a where a.outcome = 'ok' order by a.action"));
    }

    @Test
    void anAttemptThatNoWalletProvedSignsNobodyIn() {
        begin(browser);
        assertEquals(new Finish.NotYet(), finish());
        assertNobodySignedIn();
    }

    @Test
    void anotherBrowserCannotFinishIt() {
        beginProven();
        assertEquals(
                new Finish.Gone(), database.inTransaction(() -> sessions.finish(randomness.secret(), "a browser")));
        assertNobodySignedIn();
    }

    @Test
    void aProvenAttemptIsFinishedInTheLastMomentOfItsLifetime() {
        beginProven();
        clock.move(LIFETIME.minus(MOMENT));
        assertInstanceOf(Finish.SignedIn.class, finish());
    }

    @Test
    void afterItsLifetimeAProvenAttemptIsGone() {
        beginProven();
        clock.move(LIFETIME);
        assertEquals(new Finish.Gone(), finish());
        assertNobodySignedIn();
    }

    @Test
    void anAttemptThatWasEndedAfterItsProofIsGone() {
        beginProven();
        database.inTransaction(() -> attempts.end(browser));
        assertEquals(new Finish.Gone(), finish());
        assertNobodySignedIn();
    }

    @Test
    void anAttemptThatIsEndedWhileItIsFinishedIsGone() {
        beginProven();
        assertEquals(new Finish.Gone(), finishAfter(() -> attempts.end(browser)));
        assertNobodySignedIn();
    }

    @Test
    void ofTwoTabsThatFinishAtOnceTheSlowerIsToldThatTheOtherWasFirst() {
        beginProven();
        assertEquals(new Finish.Before(GO_ON), finishAfter(() -> sessions.finish(browser, "the other tab")));
        assertEquals(1, database.count("SessionRow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT2M", "PT30M", "PT8H"})
    void aSessionEndsAfterTheIdleTimeWithoutUse(Duration idle) {
        Sessions here = sessions(idle);
        Secret secret = signIn(here, browser).secret();
        clock.move(idle);
        assertEquals(Optional.empty(), find(here, secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT1M1S", "PT2M", "PT30M"})
    void aSessionLivesOnWithUseJustBeforeTheIdleEnd(Duration idle) {
        Sessions here = sessions(idle);
        Secret secret = signIn(here, browser).secret();
        for (int use = 0; use < 5; use++) {
            clock.move(idle.minus(MOMENT));
            assertTrue(find(here, secret).isPresent(), "use " + use);
        }
        clock.move(idle);
        assertEquals(Optional.empty(), find(here, secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT2M", "PT30M"})
    void aSessionLivesOnWithUseAtEachHalfOfTheIdleTime(Duration idle) {
        Sessions here = sessions(idle);
        Secret secret = signIn(here, browser).secret();
        for (int use = 0; use < 6; use++) {
            clock.move(idle.dividedBy(2));
            assertTrue(find(here, secret).isPresent(), "use " + use);
        }
    }

    @Test
    void aSessionEndsAtTheAbsoluteEndHoweverItIsUsed() {
        Finish.SignedIn signedIn = signIn(sessions, browser);
        Instant last = signedIn.session().expiresAt().minus(MOMENT);
        while (clock.instant().plus(IDLE).isBefore(last)) {
            clock.move(IDLE.minus(MOMENT));
            assertTrue(find(sessions, signedIn.secret()).isPresent());
        }
        clock.moveTo(last);
        assertTrue(find(sessions, signedIn.secret()).isPresent());
        clock.move(MOMENT);
        assertEquals(Optional.empty(), find(sessions, signedIn.secret()));
    }

    @Test
    void anEndedSessionStaysEnded() {
        Secret secret = signIn(sessions, browser).secret();
        database.inTransaction(() -> sessions.end(secret));
        assertEquals(Optional.empty(), find(sessions, secret));
        clock.move(Duration.ofMinutes(2));
        assertEquals(Optional.empty(), find(sessions, secret));
        assertEquals(new Finish.Before(GO_ON), finish());
        assertEquals(1, database.count("SessionRow"));
    }

    @Test
    void anIdleSessionIsNotWokenByItsSignOut() {
        Secret secret = signIn(sessions, browser).secret();
        clock.move(IDLE);
        database.inTransaction(() -> sessions.end(secret));
        assertEquals(Optional.empty(), find(sessions, secret));
    }

    @Test
    void endingOneSessionLeavesTheOthersOfTheAccount() {
        Secret secret = signIn(sessions, browser).secret();
        Secret other = signIn(sessions, randomness.secret()).secret();
        database.inTransaction(() -> sessions.end(secret));
        assertTrue(find(sessions, other).isPresent());
    }

    @Test
    void whoDisownsAnAttemptEndsTheSessionThatCameOfItAndNoOther() {
        Secret secret = signIn(sessions, browser).secret();
        Secret other = signIn(sessions, randomness.secret()).secret();
        database.inTransaction(() -> attempts.disown(Attempts.id(browser)));
        assertEquals(Optional.empty(), find(sessions, secret));
        assertTrue(find(sessions, other).isPresent());
        assertEquals(new Finish.Gone(), finish());
    }

    @Test
    void theLongNameOfABrowserIsCut() {
        beginProven();
        database.inTransaction(() -> sessions.finish(browser, "x".repeat(5_000)));
        assertEquals(List.of("x".repeat(200)), database.texts("select s.userAgent from SessionRow s"));
    }

    private Sessions sessions(Duration idle) {
        return sessions(new SessionSettings(LIFETIME, ABSOLUTE, idle));
    }

    private Sessions sessions(SessionSettings settings) {
        return SessionTestBed.sessions(database.entities(), clock, settings, randomness);
    }

    private void begin(Secret of) {
        database.inTransaction(() -> attempts.begin(of, GO_ON));
    }

    private void beginProven() {
        beginProven(browser);
    }

    private void beginProven(Secret of) {
        begin(of);
        assertTrue(database.inTransaction(() -> attempts.prove(WalletToken.of(of), WALLET)));
    }

    private Finish finish() {
        return database.inTransaction(() -> sessions.finish(browser, "a browser"));
    }

    /** Finishes on another node; what is given here happens after that node has read the attempt, and before it writes. */
    private Finish finishAfter(Runnable inBetween) {
        EntityManager node = database.anotherNode();
        Randomness pause = new Randomness() {
            @Override
            public String id() {
                database.inTransaction(inBetween);
                return super.id();
            }
        };
        Sessions there = SessionTestBed.sessions(node, clock, SessionTestBed.SETTINGS, pause);
        return TestDatabase.inTransaction(node, () -> there.finish(browser, "a browser"));
    }

    private Finish.SignedIn signIn(Sessions here, Secret of) {
        beginProven(of);
        return assertInstanceOf(Finish.SignedIn.class, database.inTransaction(() -> here.finish(of, "a browser")));
    }

    private Optional<Session> find(Sessions here, Secret secret) {
        return database.inTransaction(() -> here.find(secret));
    }

    private void assertNobodySignedIn() {
        assertEquals(0, database.count("SessionRow"));
    }
}
