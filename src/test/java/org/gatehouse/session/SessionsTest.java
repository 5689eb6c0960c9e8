package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.Fake;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.PublicUrl;
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
    private static final AccountId ANOTHER =
            AccountId.idena(Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));
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
    private final List<String> ended = new ArrayList<>();
    private final List<String> signedOut = new ArrayList<>();
    private final Sessions sessions = SessionTestBed.sessions(
            database.entities(),
            clock,
            session -> ended.add(session.session()),
            account -> signedOut.add(account.account()));
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
    void theNetworkOfASignInIsKeptAndNotItsAddress() {
        beginProven();
        Finish.SignedIn signedIn = assertInstanceOf(Finish.SignedIn.class, finish());
        List<SessionUse> own =
                database.inTransaction(() -> sessions.of(signedIn.session().account()));
        assertEquals(Optional.of("192.0.2.0/24"), own.get(0).network());
        assertEquals(List.of("192.0.2.0/24"), database.texts("select s.network from SessionRow s"));
    }

    @Test
    void allOtherSessionsOfAPersonEndAtOnce() {
        Finish.SignedIn kept = SessionTestBed.signIn(database, clock, sessions, WALLET, Optional.empty());
        Finish.SignedIn other = SessionTestBed.signIn(database, clock, sessions, WALLET, Optional.empty());
        Finish.SignedIn stranger = SessionTestBed.signIn(database, clock, sessions, ANOTHER, Optional.empty());
        String account = kept.session().account();
        assertEquals(
                1,
                database.inTransaction(
                        () -> sessions.endOthers(account, kept.session().id())));
        assertEquals(List.of(other.session().id()), ended);
        assertEquals(List.of(), signedOut, "what outlives a session stays");
        assertEquals(Optional.empty(), find(sessions, other.secret()));
        assertTrue(find(sessions, kept.secret()).isPresent());
        assertTrue(find(sessions, stranger.secret()).isPresent());
        assertEquals(
                0,
                database.inTransaction(
                        () -> sessions.endOthers(account, kept.session().id())),
                "a second click ends nothing");
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
        assertEquals(new Finish.Gone(), database.inTransaction(() -> finishing(sessions)
                .finish(randomness.secret(), Optional.empty(), "a browser")));
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
        assertEquals(new Finish.Before(GO_ON), finishAfter(() -> finishing(sessions)
                .finish(browser, Optional.empty(), "the other tab")));
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
        database.inTransaction(() -> sessions.disown(Attempts.id(browser)));
        assertEquals(Optional.empty(), find(sessions, secret));
        assertTrue(find(sessions, other).isPresent());
        assertEquals(new Finish.Gone(), finish());
    }

    @Test
    void aNewProofOfTheSameAccountRenewsTheSessionUnderANewSecret() {
        Finish.SignedIn first = signIn(sessions, browser);
        clock.move(Duration.ofMinutes(20));
        Finish.SignedIn second = signIn(sessions, randomness.secret(), WALLET, Optional.of(first.secret()));
        assertEquals(first.session().id(), second.session().id());
        assertEquals(clock.instant(), second.session().authenticatedAt());
        assertEquals(clock.instant().plus(ABSOLUTE), second.session().expiresAt(), "a new proof, a new limit");
        assertEquals(Optional.empty(), find(sessions, first.secret()));
        assertEquals(Optional.of(second.session()), find(sessions, second.secret()));
        assertEquals(List.of(), ended, "no application is told of an end");
        assertEquals(1, database.count("SessionRow"));
    }

    @Test
    void aHandedOverProofRenewsTheSessionAndLeavesItUncertainUntilAWalletSignsHere() {
        Finish.SignedIn first = signIn(sessions, browser);
        Secret handedOver = randomness.secret();
        database.inTransaction(() -> attempts.beginArrival(handedOver, GO_ON));
        Finish.SignedIn second = finishProven(sessions, handedOver, WALLET, Optional.of(first.secret()));
        assertEquals(first.session().id(), second.session().id());
        assertTrue(second.session().handedOver());
        assertFalse(find(sessions, second.secret()).orElseThrow().certain(clock.instant()));
        Secret confirming = randomness.secret();
        database.inTransaction(() -> attempts.beginFor(second.session(), confirming, GO_ON, AttemptPurpose.CONFIRM));
        Finish.SignedIn third = finishProven(sessions, confirming, WALLET, Optional.of(second.secret()));
        assertTrue(find(sessions, third.secret()).orElseThrow().certain(clock.instant()));
    }

    @Test
    void aBrowserWithoutASessionIsSignedInByAHandedOverProof() {
        database.inTransaction(() -> attempts.beginArrival(browser, GO_ON));
        Finish.SignedIn signedIn = finishProven(sessions, browser, WALLET, Optional.empty());
        assertTrue(find(sessions, signedIn.secret()).orElseThrow().handedOver());
    }

    @Test
    void aHandedOverSessionHasNoRoles() {
        Finish.SignedIn own = signIn(sessions, randomness.secret());
        database.inTransaction(() ->
                AccountTestBed.roles(database.entities()).give(own.session().account(), "administrator"));
        assertTrue(rolesOf(own).contains("administrator"));
        database.inTransaction(() -> attempts.beginArrival(browser, GO_ON));
        Finish.SignedIn handedOver = finishProven(sessions, browser, WALLET, Optional.empty());
        assertEquals(own.session().account(), handedOver.session().account());
        assertEquals(Set.of(Caller.PERSON), rolesOf(handedOver));
    }

    private Set<String> rolesOf(Finish.SignedIn signedIn) {
        Cookies cookies = new Cookies(new PublicUrl(URI.create("https://gate.example")));
        Cookie[] sent = {
            new Cookie("__Host-gatehouse_session", signedIn.secret().text())
        };
        HttpServletRequest request = Fake.of(HttpServletRequest.class, Map.of("getCookies", none -> sent));
        SessionCaller caller =
                new SessionCaller(cookies, sessions, AccountTestBed.accounts(database.entities(), clock));
        return database.inTransaction(() -> caller.identify(request))
                .orElseThrow()
                .roles();
    }

    @Test
    void aProofOfAnotherAccountEndsTheSessionThatTheBrowserHad() {
        Finish.SignedIn first = signIn(sessions, browser);
        Finish.SignedIn second = signIn(sessions, randomness.secret(), ANOTHER, Optional.of(first.secret()));
        assertNotEquals(first.session().id(), second.session().id());
        assertEquals(Optional.empty(), find(sessions, first.secret()));
        assertEquals(List.of(first.session().id()), ended);
    }

    @Test
    void aSessionThatRanOutIsNotRenewed() {
        Finish.SignedIn first = signIn(sessions, browser);
        clock.move(IDLE);
        Finish.SignedIn second = signIn(sessions, randomness.secret(), WALLET, Optional.of(first.secret()));
        assertNotEquals(first.session().id(), second.session().id());
    }

    @Test
    void aRenewalIsUndoneByWhoConfirmedItByMistake() {
        Finish.SignedIn first = signIn(sessions, browser);
        Secret again = randomness.secret();
        Secret secret =
                signIn(sessions, again, WALLET, Optional.of(first.secret())).secret();
        assertTrue(database.inTransaction(() -> sessions.disown(Attempts.id(again))));
        assertEquals(Optional.empty(), find(sessions, secret));
        assertEquals(List.of(first.session().id()), ended);
    }

    @Test
    void signingOutEverywhereEndsEverySessionOfTheAccountAndNoOther() {
        Session here = signIn(sessions, browser).session();
        Session there = signIn(sessions, randomness.secret()).session();
        Secret other =
                signIn(sessions, randomness.secret(), ANOTHER, Optional.empty()).secret();
        assertEquals(2, database.inTransaction(() -> sessions.endAll(here.account())));
        assertEquals(Set.of(here.id(), there.id()), Set.copyOf(ended));
        assertEquals(List.of(here.account()), signedOut);
        assertTrue(find(sessions, other).isPresent());
    }

    @Test
    void aSessionIsEndedOnce() {
        Finish.SignedIn first = signIn(sessions, browser);
        database.inTransaction(() -> sessions.end(first.secret()));
        database.inTransaction(() -> sessions.end(first.secret()));
        database.inTransaction(() -> sessions.endAll(first.session().account()));
        assertEquals(List.of(first.session().id()), ended);
    }

    @Test
    void aPersonSeesTheLiveSessionsAndEndsOneOfThem() {
        Session gone = signIn(sessions, browser).session();
        clock.move(IDLE);
        Session first = signIn(sessions, randomness.secret()).session();
        clock.move(Duration.ofMinutes(1));
        Session last = signIn(sessions, randomness.secret()).session();
        assertEquals(List.of(last.id(), first.id()), ids(gone.account()));
        assertTrue(database.inTransaction(() -> sessions.end(gone.account(), first.id())));
        assertFalse(database.inTransaction(() -> sessions.end(gone.account(), first.id())));
        assertFalse(database.inTransaction(() -> sessions.end("another", last.id())), "not one's own");
        assertEquals(List.of(last.id()), ids(gone.account()));
    }

    @Test
    void nobodySignsInToABlockedAccount() {
        Session before = signIn(sessions, browser).session();
        Accounts accounts = AccountTestBed.accounts(database.entities(), clock);
        database.inTransaction(() -> accounts.block(before.account()));
        Secret again = randomness.secret();
        beginProven(again);
        assertEquals(new Finish.Unchanged(Finish.Reason.BLOCKED), database.inTransaction(() -> finishing(sessions)
                .finish(again, Optional.empty(), "a browser")));
        database.inTransaction(() -> accounts.unblock(before.account()));
        signIn(sessions, randomness.secret());
    }

    @Test
    void theLongNameOfABrowserIsCut() {
        beginProven();
        database.inTransaction(() -> finishing(sessions).finish(browser, Optional.empty(), "x".repeat(5_000)));
        assertEquals(List.of("x".repeat(200)), database.texts("select s.userAgent from SessionRow s"));
    }

    private Sessions sessions(Duration idle) {
        return sessions(new SessionSettings(LIFETIME, ABSOLUTE, idle));
    }

    private Sessions sessions(SessionSettings settings) {
        return SessionTestBed.sessions(database.entities(), clock, settings);
    }

    private Finishing finishing(Sessions here) {
        return SessionTestBed.finishing(database.entities(), clock, SessionTestBed.SETTINGS, randomness, here);
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
        return database.inTransaction(() -> finishing(sessions).finish(browser, Optional.empty(), "a browser"));
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
        Finishing there = SessionTestBed.finishing(
                node,
                clock,
                SessionTestBed.SETTINGS,
                pause,
                SessionTestBed.sessions(node, clock, SessionTestBed.SETTINGS));
        return TestDatabase.inTransaction(node, () -> there.finish(browser, Optional.empty(), "a browser"));
    }

    private Finish.SignedIn signIn(Sessions here, Secret of) {
        return signIn(here, of, WALLET, Optional.empty());
    }

    private Finish.SignedIn signIn(Sessions here, Secret of, AccountId wallet, Optional<Secret> current) {
        begin(of);
        return finishProven(here, of, wallet, current);
    }

    private Finish.SignedIn finishProven(Sessions here, Secret of, AccountId wallet, Optional<Secret> current) {
        assertTrue(database.inTransaction(() -> attempts.prove(WalletToken.of(of), wallet)));
        return assertInstanceOf(Finish.SignedIn.class, database.inTransaction(() -> finishing(here)
                .finish(of, current, "a browser")));
    }

    private List<String> ids(String account) {
        return database.inTransaction(() -> sessions.of(account)).stream()
                .map(use -> use.session().id())
                .toList();
    }

    private Optional<Session> find(Sessions here, Secret secret) {
        return database.inTransaction(() -> here.find(secret));
    }

    private void assertNobodySignedIn() {
        assertEquals(0, database.count("SessionRow"));
    }
}
