package org.gatehouse.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.LinkedWallets;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.grant.GrantTestBed;
import org.gatehouse.grant.Grants;
import org.gatehouse.http.Caller;
import org.gatehouse.problem.Problem;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.session.Sessions;
import org.gatehouse.token.MovedClock;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeopleTest {
    private static final AccountId FIRST = AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final AccountId SECOND =
            AccountId.idena(Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));

    private static final Client APP = ClientTestBed.client("{'redirect_uris':['https://app.example/cb']}");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final List<String> ended = new ArrayList<>();
    private final List<String> signedOut = new ArrayList<>();
    private final Accounts accounts = AccountTestBed.accounts(database.entities(), clock);
    private final Sessions sessions = SessionTestBed.sessions(
            database.entities(),
            clock,
            session -> ended.add(session.session()),
            account -> signedOut.add(account.account()));
    private final Grants grants = GrantTestBed.grants(database.entities(), clock);
    private final LinkedWallets wallets = AccountTestBed.linkedWallets(database.entities(), clock, removed -> {
        SessionTestBed.end(sessions, removed);
        GrantTestBed.end(grants, removed);
    });
    private final People people = new People(
            accounts,
            wallets,
            AccountTestBed.roles(database.entities()),
            sessions,
            AuditTestBed.audit(database.entities(), clock));

    @Test
    void aWalletGoesWithWhatWasSignedInWithIt() {
        Session first = signIn(FIRST);
        database.inTransaction(() -> wallets.link(first.account(), SECOND));
        Session second = signIn(SECOND);
        database.inTransaction(() -> GrantTestBed.give(grants, APP, first));
        database.inTransaction(() -> GrantTestBed.give(grants, APP, second));
        assertEquals(Optional.empty(), remove(first, SECOND));
        assertEquals(
                List.of(second.id()),
                database.texts("select g.sessionId from GrantRow g where g.revokedAt is not null"));
        assertEquals(List.of(second.id()), ended);
        assertEquals(List.of(FIRST), database.inTransaction(() -> accounts.wallets(first.account())));
        assertEquals(Optional.of(Problem.UNKNOWN_WALLET), remove(first, SECOND));
    }

    @Test
    void theLastWalletStays() {
        Session first = signIn(FIRST);
        assertEquals(Optional.of(Problem.LAST_WALLET), remove(first, FIRST));
        assertEquals(List.of(), ended);
    }

    @Test
    void theLastAdministratorStaysOne() {
        String one = signIn(FIRST).account();
        String other = signIn(SECOND).account();
        give(one, Caller.ADMINISTRATOR);
        assertEquals(Optional.of(Problem.LAST_ADMINISTRATOR), take(one, Caller.ADMINISTRATOR));
        assertEquals(Optional.of(Problem.LAST_ADMINISTRATOR), database.inTransaction(() -> people.block(one)));
        give(other, Caller.ADMINISTRATOR);
        database.inTransaction(() -> people.block(other));
        assertEquals(
                Optional.of(Problem.LAST_ADMINISTRATOR),
                take(one, Caller.ADMINISTRATOR),
                "one who cannot sign in does not count");
        database.inTransaction(() -> people.unblock(other));
        assertEquals(Optional.empty(), take(one, Caller.ADMINISTRATOR));
        assertEquals(Set.of(), roles(one));
        assertEquals(Set.of(Caller.ADMINISTRATOR), roles(other));
    }

    @Test
    void rolesComeAndGo() {
        String account = signIn(FIRST).account();
        give(account, "reviewer");
        give(account, "reviewer");
        give(account, "auditor");
        assertEquals(Set.of("reviewer", "auditor"), roles(account));
        assertEquals(Optional.empty(), take(account, "reviewer"));
        assertEquals(Optional.empty(), take(account, "reviewer"));
        assertEquals(Set.of("auditor"), roles(account));
    }

    @Test
    void aBlockedAccountIsSignedOutEverywhere() {
        Session session = signIn(FIRST);
        assertEquals(Optional.empty(), database.inTransaction(() -> people.block(session.account())));
        assertEquals(List.of(session.id()), ended);
        assertEquals(List.of(session.account()), signedOut);
        assertEquals(
                Optional.of(clock.instant()),
                database.inTransaction(() -> accounts.record(session.account()))
                        .orElseThrow()
                        .blockedAt());
    }

    @Test
    void whatIsNotThereIsSaidToBe() {
        assertEquals(
                Optional.of(Problem.UNKNOWN_ACCOUNT),
                database.inTransaction(() -> people.giveRole("nobody", "reviewer")));
        assertEquals(Optional.of(Problem.UNKNOWN_ACCOUNT), take("nobody", "reviewer"));
        assertEquals(Optional.of(Problem.UNKNOWN_ACCOUNT), database.inTransaction(() -> people.block("nobody")));
        assertEquals(Optional.of(Problem.UNKNOWN_ACCOUNT), database.inTransaction(() -> people.unblock("nobody")));
        assertEquals(Optional.of(Problem.UNKNOWN_ACCOUNT), database.inTransaction(() -> people.signOut("nobody")));
    }

    @Test
    void anAdministratorsCallStandsInTheTrail() {
        AdministratorTrail trail = new AdministratorTrail(AuditTestBed.audit(database.entities(), clock));
        Caller caller = new Caller("account", Set.of(Caller.ADMINISTRATOR), false);
        database.inTransaction(() -> trail.saw(caller, "PUT", "accounts/1/roles/" + "x".repeat(500), 204));
        assertEquals(
                List.of(("PUT accounts/1/roles/" + "x".repeat(500)).substring(0, 300)),
                database.texts("select a.detail from AuditRow a where a.action = 'admin.call' and a.outcome = '204'"));
    }

    private Session signIn(AccountId wallet) {
        clock.move(Duration.ofSeconds(1));
        return SessionTestBed.signIn(database, clock, sessions, wallet, Optional.empty())
                .session();
    }

    private Optional<Problem> remove(Session of, AccountId wallet) {
        return database.inTransaction(() -> people.removeWallet(of.account(), wallet));
    }

    private void give(String account, String role) {
        assertEquals(Optional.empty(), database.inTransaction(() -> people.giveRole(account, role)));
    }

    private Optional<Problem> take(String account, String role) {
        return database.inTransaction(() -> people.takeRole(account, role));
    }

    private Set<String> roles(String account) {
        return database.inTransaction(() -> accounts.roles(account));
    }
}
