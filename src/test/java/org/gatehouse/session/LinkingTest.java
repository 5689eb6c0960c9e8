package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.database.Conflict;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkingTest {
    private static final AccountId FIRST = AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final AccountId SECOND =
            AccountId.idena(Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));
    private static final AccountId THIRD = AccountId.idena(Address.parse("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB"));

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Randomness randomness = new Randomness();
    private final Accounts accounts = AccountTestBed.accounts(database.entities(), clock);
    private final Attempts attempts = SessionTestBed.attempts(database.entities(), clock);
    private final Sessions sessions = SessionTestBed.sessions(database.entities(), clock, SessionTestBed.SETTINGS);

    @Test
    void aSecondWalletLeadsToTheSameAccountAndTheSessionStays() {
        Finish.SignedIn signedIn = signIn(FIRST);
        assertEquals(new Finish.Linked(LocalPath.HOME), link(signedIn, SECOND));
        assertEquals(List.of(FIRST, SECOND), wallets(signedIn));
        assertEquals(Optional.of(signedIn.session()), database.inTransaction(() -> sessions.find(signedIn.secret())));
        assertEquals(signedIn.session().account(), signIn(SECOND).session().account());
    }

    @Test
    void aWalletOfTheAccountItselfChangesNothing() {
        Finish.SignedIn signedIn = signIn(FIRST);
        assertInstanceOf(Finish.Linked.class, link(signedIn, FIRST));
        assertEquals(List.of(FIRST), wallets(signedIn));
    }

    @Test
    void aWalletOfAnotherAccountStaysThere() {
        String other = signIn(SECOND).session().account();
        Finish.SignedIn signedIn = signIn(FIRST);
        assertEquals(new Finish.Unchanged(Finish.Reason.OF_ANOTHER), link(signedIn, SECOND));
        assertEquals(List.of(FIRST), wallets(signedIn));
        assertEquals(Optional.of(other), database.inTransaction(() -> accounts.find(SECOND)));
        assertEquals(
                List.of("of-another"),
                database.texts("select a.outcome from AuditRow a where a.action = 'wallet.link'"));
    }

    @Test
    void onlyTheSessionThatBeganItCanFinishIt() {
        Finish.SignedIn signedIn = signIn(FIRST);
        Finish.SignedIn other = signIn(THIRD);
        Secret browser = beginLink(signedIn, SECOND);
        assertEquals(new Finish.Gone(), finish(browser, Optional.of(other.secret())));
        assertEquals(new Finish.Gone(), finish(browser, Optional.empty()));
        assertEquals(Optional.empty(), database.inTransaction(() -> accounts.find(SECOND)));
        database.inTransaction(() -> sessions.end(signedIn.secret()));
        assertEquals(new Finish.Gone(), finish(browser, Optional.of(signedIn.secret())));
        assertEquals(2, database.count("SessionRow"), "it never becomes a sign-in");
    }

    @Test
    void aSignInNeverAddsAWallet() {
        Finish.SignedIn signedIn = signIn(FIRST);
        SessionTestBed.signIn(database, clock, sessions, SECOND, Optional.of(signedIn.secret()));
        assertEquals(List.of(FIRST), wallets(signedIn));
    }

    @Test
    void whoConfirmsWithAnotherAccountsWalletChangesNothing() {
        Finish.SignedIn signedIn = signIn(FIRST);
        Secret wrong = begin(signedIn, SECOND, AttemptPurpose.CONFIRM);
        assertEquals(new Finish.Unchanged(Finish.Reason.NOT_YOURS), finish(wrong, Optional.of(signedIn.secret())));
        assertEquals(Optional.empty(), database.inTransaction(() -> accounts.find(SECOND)), "no account is made");
        clock.move(Duration.ofMinutes(11));
        Secret right = begin(signedIn, FIRST, AttemptPurpose.CONFIRM);
        Finish.SignedIn renewed =
                assertInstanceOf(Finish.SignedIn.class, finish(right, Optional.of(signedIn.secret())));
        assertEquals(signedIn.session().id(), renewed.session().id());
        assertEquals(clock.instant(), renewed.session().authenticatedAt());
    }

    @Test
    void ofTwoAccountsThatAddOneWalletAtOnceOneGetsIt() {
        Finish.SignedIn one = signIn(FIRST);
        Finish.SignedIn other = signIn(THIRD);
        Secret faster = beginLink(one, SECOND);
        Secret slower = beginLink(other, SECOND);
        EntityManager node = database.anotherNode();
        Randomness pause = new Randomness() {
            @Override
            public String id() {
                finish(faster, Optional.of(one.secret()));
                return super.id();
            }
        };
        Finishing there = SessionTestBed.finishing(
                node,
                clock,
                SessionTestBed.SETTINGS,
                pause,
                SessionTestBed.sessions(node, clock, SessionTestBed.SETTINGS));
        Finish finish = Conflict.again(() ->
                TestDatabase.inTransaction(node, () -> there.finish(slower, Optional.of(other.secret()), "a browser")));
        assertEquals(new Finish.Unchanged(Finish.Reason.OF_ANOTHER), finish);
        assertEquals(List.of(FIRST, SECOND), wallets(one));
        assertEquals(List.of(THIRD), wallets(other));
    }

    @Test
    void whoConfirmedByMistakeTakesTheWalletBack() {
        Finish.SignedIn signedIn = signIn(FIRST);
        Secret browser = beginLink(signedIn, SECOND);
        finish(browser, Optional.of(signedIn.secret()));
        assertTrue(database.inTransaction(() -> sessions.disown(Attempts.id(browser))));
        assertEquals(List.of(FIRST), wallets(signedIn));
    }

    @Test
    void whoConfirmedByMistakeDoesNotTakeAWalletThatWasThereBefore() {
        Finish.SignedIn signedIn = signIn(FIRST);
        link(signedIn, SECOND);
        clock.move(Duration.ofMinutes(1));
        Secret again = beginLink(signedIn, SECOND);
        finish(again, Optional.of(signedIn.secret()));
        database.inTransaction(() -> sessions.disown(Attempts.id(again)));
        assertEquals(List.of(FIRST, SECOND), wallets(signedIn));
    }

    @Test
    void aLinkThatIsUsedTwiceIsFinishedOnce() {
        Finish.SignedIn signedIn = signIn(FIRST);
        Secret browser = beginLink(signedIn, SECOND);
        finish(browser, Optional.of(signedIn.secret()));
        assertEquals(new Finish.Before(LocalPath.HOME), finish(browser, Optional.of(signedIn.secret())));
        assertEquals(List.of(FIRST, SECOND), wallets(signedIn));
    }

    @Test
    void aWalletThatIsRemovedWhileItSignsInSignsNobodyIn() {
        Finish.SignedIn signedIn = signIn(FIRST);
        link(signedIn, SECOND);
        Secret browser = begin(SECOND);
        Finish finish = finishWhile(
                browser,
                Optional.empty(),
                () -> database.inTransaction(() -> AccountTestBed.linkedWallets(database.entities(), clock)
                        .unlink(signedIn.session().account(), SECOND)));
        assertEquals(new Finish.Gone(), finish);
        assertEquals(1, database.count("SessionRow"));
    }

    @Test
    void aBlockedAccountGetsNoWallet() {
        Finish.SignedIn signedIn = signIn(FIRST);
        Secret browser = beginLink(signedIn, SECOND);
        database.inTransaction(() -> accounts.block(signedIn.session().account()));
        assertEquals(new Finish.Unchanged(Finish.Reason.BLOCKED), finish(browser, Optional.of(signedIn.secret())));
        assertEquals(List.of(FIRST), wallets(signedIn));
    }

    @Test
    void aSessionThatEndsMeanwhileAddsNoWallet() {
        Finish.SignedIn signedIn = signIn(FIRST);
        Secret browser = beginLink(signedIn, SECOND);
        Finish finish = finishWhile(
                browser,
                Optional.of(signedIn.secret()),
                () -> database.inTransaction(
                        () -> sessions.endAll(signedIn.session().account())));
        assertEquals(new Finish.Gone(), finish);
        assertEquals(List.of(FIRST), wallets(signedIn));
    }

    /** Finishes on another node; this happens after it has read what there is. */
    private Finish finishWhile(Secret browser, Optional<Secret> current, Runnable meanwhile) {
        EntityManager node = database.anotherNode();
        Randomness pause = new Randomness() {
            @Override
            public String id() {
                node.createQuery("select w from WalletRow w").getResultList();
                meanwhile.run();
                return super.id();
            }
        };
        Finishing there = SessionTestBed.finishing(
                node,
                clock,
                SessionTestBed.SETTINGS,
                pause,
                SessionTestBed.sessions(node, clock, SessionTestBed.SETTINGS));
        return TestDatabase.inTransaction(node, () -> there.finish(browser, current, "a browser"));
    }

    private Secret begin(AccountId wallet) {
        Secret browser = randomness.secret();
        database.inTransaction(() -> attempts.begin(browser, LocalPath.HOME));
        assertTrue(database.inTransaction(() -> attempts.prove(WalletToken.of(browser), wallet)));
        return browser;
    }

    private Finish.SignedIn signIn(AccountId wallet) {
        return SessionTestBed.signIn(database, clock, sessions, wallet, Optional.empty());
    }

    private Finish link(Finish.SignedIn signedIn, AccountId wallet) {
        clock.move(Duration.ofMillis(1));
        return finish(beginLink(signedIn, wallet), Optional.of(signedIn.secret()));
    }

    private Secret beginLink(Finish.SignedIn signedIn, AccountId wallet) {
        return begin(signedIn, wallet, AttemptPurpose.LINK);
    }

    private Secret begin(Finish.SignedIn signedIn, AccountId wallet, AttemptPurpose purpose) {
        Secret browser = randomness.secret();
        database.inTransaction(() -> attempts.beginFor(signedIn.session(), browser, LocalPath.HOME, purpose));
        assertTrue(database.inTransaction(() -> attempts.prove(WalletToken.of(browser), wallet)));
        return browser;
    }

    private Finish finish(Secret browser, Optional<Secret> current) {
        Finishing finishing =
                SessionTestBed.finishing(database.entities(), clock, SessionTestBed.SETTINGS, randomness, sessions);
        return database.inTransaction(() -> finishing.finish(browser, current, "a browser"));
    }

    private List<AccountId> wallets(Finish.SignedIn signedIn) {
        return database.inTransaction(() -> accounts.wallets(signedIn.session().account()));
    }
}
