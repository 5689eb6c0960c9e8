package org.gatehouse.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.WalletRemoved;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.session.AccountSignedOut;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionEnded;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.session.Sessions;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsTest {
    private static final AccountId WALLET =
            AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final String CALLBACK = "https://a.example/cb";
    /** RFC 7636 appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final Duration MOMENT = Duration.ofMillis(1);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Grants grants = GrantTestBed.grants(database.entities(), clock);
    private final Sessions sessions = SessionTestBed.sessions(database.entities(), clock);
    private final Client app = client("app");
    private final Client other = client("other");
    private Secret cookie = new Randomness().secret();
    private Session session = new Session("", "", WALLET, clock.instant(), clock.instant(), false);

    @BeforeEach
    void signIn() {
        var signedIn = SessionTestBed.signIn(database, clock, sessions, WALLET, Optional.empty());
        cookie = signedIn.secret();
        session = signedIn.session();
    }

    @Test
    void aCodeIsRedeemedForWhatTheSessionGave() {
        Grant grant = redeem(code()).orElseThrow().grant();
        assertEquals("app", grant.client());
        assertEquals(session.account(), grant.account());
        assertEquals(session.id(), grant.session());
        assertEquals(WALLET, grant.wallet());
        assertEquals(Set.of("openid"), grant.scope());
        assertEquals(Optional.of("n"), grant.nonce());
        assertEquals(session.authenticatedAt(), grant.authenticatedAt());
    }

    @Test
    void noSecretIsStored() {
        Secret code = code();
        RefreshToken refresh = redeem(code).orElseThrow().refresh();
        assertEquals(List.of(code.hash()), database.texts("select g.codeHash from GrantRow g"));
        assertEquals(List.of(refresh.family().hash()), database.texts("select g.familyHash from GrantRow g"));
        assertEquals(List.of(refresh.changing().hash()), database.texts("select g.refreshHash from GrantRow g"));
    }

    @Test
    void aSecondUseOfACodeRevokesWhatTheFirstGave() {
        Secret code = code();
        Redeemed redeemed = redeem(code).orElseThrow();
        assertEquals(Optional.empty(), redeem(code));
        assertRevoked(redeemed.grant());
        assertEquals(Optional.empty(), refresh(redeemed.refresh()));
        assertEquals(List.of("grant.reuse"), trail("grant.reuse"));
        redeem(code);
        assertEquals(List.of("grant.reuse"), trail("grant.reuse"));
    }

    @Test
    void aUsedCodeRevokesWhoeverPresentsItAndHoweverLate() {
        Secret code = code();
        Redeemed redeemed = redeem(code).orElseThrow();
        clock.move(Duration.ofHours(1));
        assertEquals(Optional.empty(), redeem(code, other, CALLBACK, Optional.empty()));
        assertRevoked(redeemed.grant());
    }

    @Test
    void anotherClientCannotRedeemACodeNorSpoilIt() {
        Secret code = code();
        assertEquals(Optional.empty(), redeem(code, other, CALLBACK, Optional.of(VERIFIER)));
        assertTrue(redeem(code).isPresent());
    }

    @Test
    void anotherRedirectUriUsesTheCodeUp() {
        Secret code = code();
        assertEquals(Optional.empty(), redeem(code, app, CALLBACK + "/", Optional.of(VERIFIER)));
        assertEquals(Optional.empty(), redeem(code));
        assertEquals(List.of("invalid-grant"), outcomes("grant.redeem"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "wrongwrongwrongwrongwrongwrongwrongwrongwrong",
                "öööööööööööööööööööööööööööööööööööööööööö ö"
            })
    void aWrongVerifierUsesTheCodeUp(String verifier) {
        Secret code = code();
        assertEquals(
                Optional.empty(),
                redeem(code, app, CALLBACK, Optional.of(verifier).filter(text -> !text.isEmpty())));
        assertEquals(Optional.empty(), redeem(code));
    }

    @Test
    void aVerifierWithoutAChallengeIsRefused() {
        Client lax = ClientTestBed.client("{'pkce':'optional','redirect_uris':['" + CALLBACK + "']}");
        Secret code = authorize(lax, Set.of("openid"), Optional.empty());
        assertEquals(Optional.empty(), redeem(code, lax, CALLBACK, Optional.of(VERIFIER)));
        Secret plain = authorize(lax, Set.of("openid"), Optional.empty());
        assertTrue(redeem(plain, lax, CALLBACK, Optional.empty()).isPresent());
    }

    @Test
    void aCodeWithoutAChallengeIsNothingToAClientThatMustHaveOne() {
        Secret code = authorize(app, Set.of("openid"), Optional.empty());
        assertEquals(Optional.empty(), redeem(code, app, CALLBACK, Optional.empty()));
    }

    @Test
    void aCodeLastsAMinute() {
        Secret code = code();
        Secret late = code();
        clock.move(Grants.CODE.minus(MOMENT));
        assertTrue(redeem(code).isPresent());
        clock.move(MOMENT);
        assertEquals(Optional.empty(), redeem(late));
        assertEquals(List.of(), trail("grant.reuse"));
    }

    @Test
    void aCodeOfASessionThatEndedIsNothing() {
        Secret code = code();
        end();
        assertEquals(Optional.empty(), redeem(code));
        assertEquals(List.of(), trail("grant.reuse"));
    }

    @Test
    void ofTwoNodesThatRedeemAtOnceOneGetsTokensAndTheyAreRevoked() {
        Secret code = code();
        Grants there = racing(() -> assertTrue(redeem(code).isPresent()));
        assertEquals(
                Optional.empty(),
                TestDatabase.inTransaction(node, () -> there.redeem(code, app, CALLBACK, Optional.of(VERIFIER))));
        assertEquals(List.of("grant.reuse"), trail("grant.reuse"));
        assertEquals(List.of("ok"), outcomes("grant.redeem"));
    }

    @Test
    void aRefreshTokenIsExchangedOnceAndTheNextGoesOn() {
        RefreshToken first = redeem(code()).orElseThrow().refresh();
        RefreshToken second = refresh(first).orElseThrow();
        assertEquals(first.family(), second.family());
        assertNotEquals(first.changing(), second.changing());
        assertTrue(refresh(second).isPresent());
    }

    @Test
    void aRefreshTokenThatWasExchangedBeforeRevokesTheFamily() {
        Redeemed redeemed = redeem(code()).orElseThrow();
        RefreshToken second = refresh(redeemed.refresh()).orElseThrow();
        assertEquals(Optional.empty(), refresh(redeemed.refresh()));
        assertEquals(Optional.empty(), refresh(second));
        assertRevoked(redeemed.grant());
        assertEquals(List.of("grant.reuse"), trail("grant.reuse"));
    }

    @Test
    void ofTwoNodesThatExchangeAtOnceOneIsTooLateAndTheFamilyIsRevoked() {
        Redeemed redeemed = redeem(code()).orElseThrow();
        Grants there = racing(() -> assertTrue(refresh(redeemed.refresh()).isPresent()));
        assertEquals(Optional.empty(), TestDatabase.inTransaction(node, () -> there.refreshable(redeemed.refresh(), app)
                .flatMap(grant -> there.rotate(grant, redeemed.refresh(), app))));
        assertRevoked(redeemed.grant());
        assertEquals(List.of("grant.reuse"), trail("grant.reuse"));
    }

    @Test
    void anotherClientCannotExchangeARefreshTokenNorSpoilIt() {
        RefreshToken token = redeem(code()).orElseThrow().refresh();
        RefreshToken guess = new RefreshToken(token.family(), new Randomness().secret());
        assertEquals(Optional.empty(), database.inTransaction(() -> grants.refreshable(token, other)));
        assertEquals(Optional.empty(), database.inTransaction(() -> grants.refreshable(guess, other)));
        assertTrue(refresh(token).isPresent());
    }

    @Test
    void withoutOfflineAccessARefreshTokenEndsWithTheSession() {
        RefreshToken token = redeem(code()).orElseThrow().refresh();
        end();
        assertEquals(Optional.empty(), refresh(token));
    }

    @Test
    void withoutOfflineAccessARefreshTokenEndsWithTheSessionsOwnTime() {
        RefreshToken token = redeem(code()).orElseThrow().refresh();
        clock.moveTo(session.expiresAt());
        assertEquals(Optional.empty(), refresh(token));
    }

    @Test
    void withOfflineAccessARefreshTokenOutlivesTheSession() {
        RefreshToken token = redeem(offline()).orElseThrow().refresh();
        end();
        assertTrue(refresh(token).isPresent());
    }

    @Test
    void aCodeWithOfflineAccessThatWasNotRedeemedEndsWithTheSession() {
        Secret code = offline();
        database.inTransaction(() -> grants.end(new SessionEnded(session.id(), session.account())));
        assertEquals(Optional.empty(), redeem(code));
    }

    @Test
    void aSessionThatEndsBeforeACodeIsMadeGivesNone() {
        Grants there = racing(this::end);
        Authorized offline = authorized(app, Set.of("openid", "offline_access"), Optional.of(CHALLENGE));
        assertEquals(Optional.empty(), TestDatabase.inTransaction(node, () -> there.authorize(offline)));
        assertEquals(0, database.count("GrantRow"));
    }

    @Test
    void aSessionThatEndsBeforeACodeIsRedeemedGivesNothing() {
        Secret code = offline();
        Grants there = racing(() -> database.inTransaction(() -> sessions.end(cookie)));
        assertEquals(
                Optional.empty(),
                TestDatabase.inTransaction(node, () -> there.redeem(code, app, CALLBACK, Optional.of(VERIFIER))));
    }

    @Test
    void nobodyEndsASessionWhileACodeIsMade() {
        Grants there = GrantTestBed.grants(node, clock);
        node.getTransaction().begin();
        there.authorize(authorized(app, Set.of("openid"), Optional.of(CHALLENGE)));
        assertThrows(PersistenceException.class, this::end);
        node.getTransaction().commit();
        end();
        assertEquals(
                1,
                database.texts("select g.id from GrantRow g where g.revokedAt is not null")
                        .size());
    }

    @Test
    void aBlockedAccountIsNotRefreshed() {
        RefreshToken token = redeem(offline()).orElseThrow().refresh();
        database.inTransaction(
                () -> AccountTestBed.accounts(database.entities(), clock).block(session.account()));
        assertEquals(Optional.empty(), refresh(token));
    }

    @Test
    void aSessionThatWasAMistakeLeavesNothing() {
        RefreshToken token = redeem(offline()).orElseThrow().refresh();
        String attempt = database.texts("select s.attemptId from SessionRow s").get(0);
        Sessions heard = SessionTestBed.disowned(database.entities(), clock, grants::end);
        database.inTransaction(() -> sessions.end(cookie));
        database.inTransaction(() -> heard.disown(attempt));
        assertEquals(Optional.empty(), refresh(token));
    }

    @Test
    void aSignOutEverywhereLeavesNothing() {
        RefreshToken token = redeem(offline()).orElseThrow().refresh();
        database.inTransaction(() -> grants.end(new AccountSignedOut(session.account())));
        assertEquals(Optional.empty(), refresh(token));
    }

    @Test
    void aRefreshTokenEndsWhenItIsNotUsedForTheIdleTime() {
        RefreshToken token = redeem(offline()).orElseThrow().refresh();
        clock.move(GrantTestBed.LIFETIMES.refreshIdle().minus(MOMENT));
        RefreshToken next = refresh(token).orElseThrow();
        clock.move(GrantTestBed.LIFETIMES.refreshIdle());
        assertEquals(Optional.empty(), refresh(next));
        assertEquals(List.of(), trail("grant.reuse"));
    }

    @Test
    void aFamilyEndsAtItsAbsoluteEndHoweverItIsUsed() {
        Instant end = clock.instant().plus(GrantTestBed.LIFETIMES.refresh());
        RefreshToken token = redeem(offline()).orElseThrow().refresh();
        while (clock.instant().plus(Duration.ofDays(10)).isBefore(end)) {
            clock.move(Duration.ofDays(10));
            token = refresh(token).orElseThrow();
        }
        clock.moveTo(end.minus(MOMENT));
        token = refresh(token).orElseThrow();
        clock.moveTo(end);
        assertEquals(Optional.empty(), refresh(token));
    }

    @Test
    void theClientsOwnLifetimesCountBeforeTheGeneralOnes() {
        Client brief = ClientTestBed.client(
                "{'refresh_lifetime':'PT2H','refresh_idle':'PT10M','scope':'openid offline_access'}");
        Secret code = authorize(brief, Set.of("openid", "offline_access"), Optional.of(CHALLENGE));
        RefreshToken token = redeem(code, brief, CALLBACK, Optional.of(VERIFIER))
                .orElseThrow()
                .refresh();
        clock.move(Duration.ofMinutes(10));
        assertEquals(Optional.empty(), database.inTransaction(() -> grants.refreshable(token, brief)));
    }

    @Test
    void aWalletThatIsRemovedTakesWithItWhatItGave() {
        Redeemed redeemed = redeem(offline()).orElseThrow();
        AccountId another = AccountId.idena(Address.parse("0x" + "1".repeat(40)));
        database.inTransaction(() -> grants.end(new WalletRemoved(session.account(), another)));
        RefreshToken next = refresh(redeemed.refresh()).orElseThrow();
        database.inTransaction(() -> grants.end(new WalletRemoved(session.account(), WALLET)));
        assertEquals(Optional.empty(), refresh(next));
        assertRevoked(redeemed.grant());
    }

    @Test
    void aClientIsTakenBackWhatItWasGivenAndNoOther() {
        Redeemed redeemed = redeem(offline()).orElseThrow();
        database.inTransaction(() -> grants.revokeOfClient(session.account(), "other"));
        RefreshToken next = refresh(redeemed.refresh()).orElseThrow();
        database.inTransaction(() -> grants.revokeOfClient(session.account(), "app"));
        assertEquals(Optional.empty(), refresh(next));
    }

    @Test
    void aClientThatIsRemovedIsShownNothing() {
        Redeemed redeemed = redeem(offline()).orElseThrow();
        database.inTransaction(() -> grants.end(new ClientRemoved("app")));
        assertRevoked(redeemed.grant());
    }

    @Test
    void aRevokedGrantIsKnownUntilItsLastTokenHasExpired() {
        Redeemed redeemed = redeem(code()).orElseThrow();
        Instant end = clock.instant().plus(GrantTestBed.LIFETIMES.refreshIdle());
        database.inTransaction(() -> grants.revoke(redeemed.grant()));
        end();
        GrantSweep sweep = new GrantSweep(database.entities());
        assertEquals(0, database.inTransaction(() -> sweep.sweep(end, 10)));
        assertEquals(
                1,
                database.inTransaction(
                        () -> sweep.sweep(end.plus(Duration.ofHours(1)).plus(MOMENT), 10)));
    }

    @Test
    void aGrantIsKeptForAsLongAsItsSession() {
        Client brief =
                ClientTestBed.client("{'client_id':'app','redirect_uris':['" + CALLBACK + "'],'refresh_idle':'PT10M'}");
        Secret code = authorize(brief, Set.of("openid"), Optional.of(CHALLENGE));
        assertTrue(redeem(code, brief, CALLBACK, Optional.of(VERIFIER)).isPresent());
        clock.move(Duration.ofHours(2));
        GrantSweep sweep = new GrantSweep(database.entities());
        assertEquals(0, database.inTransaction(() -> sweep.sweep(clock.instant(), 10)));
        database.inTransaction(() -> sessions.end(session.account(), session.id()));
        assertEquals(1, database.inTransaction(() -> sweep.sweep(clock.instant(), 10)));
    }

    @Test
    void aCodeThatNobodyRedeemsIsSwept() {
        code();
        Instant end =
                clock.instant().plus(Grants.CODE).plus(Duration.ofHours(1)).plus(MOMENT);
        assertEquals(1, database.inTransaction(() -> new GrantSweep(database.entities()).sweep(end, 10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x.y", "no dot"})
    void whatHasNotTheFormOfARefreshTokenIsNone(String text) {
        assertEquals(Optional.empty(), RefreshToken.parse(text));
    }

    @Test
    void aRefreshTokenIsReadBack() {
        RefreshToken token = redeem(code()).orElseThrow().refresh();
        assertEquals(87, token.text().length());
        assertEquals(Optional.of(token), RefreshToken.parse(token.text()));
    }

    @Test
    void aClientThatIsRemovedTakesWithItAllThatItWasGivenAndNothingOfOthers() {
        Secret removed = offline();
        Secret others = authorize(other, Set.of("openid"), Optional.of(CHALLENGE));
        database.inTransaction(() -> grants.end(new ClientRemoved("app")));
        assertEquals(Optional.empty(), redeem(removed));
        assertTrue(redeem(others, other, CALLBACK, Optional.of(VERIFIER)).isPresent());
    }

    private static Client client(String id) {
        return ClientTestBed.client("{'client_id':'" + id + "','redirect_uris':['" + CALLBACK
                + "'],'scope':'openid profile offline_access'}");
    }

    private Secret code() {
        return authorize(app, Set.of("openid"), Optional.of(CHALLENGE));
    }

    private Secret offline() {
        return authorize(app, Set.of("openid", "offline_access"), Optional.of(CHALLENGE));
    }

    private Secret authorize(Client client, Set<String> scope, Optional<String> challenge) {
        Authorized authorized = authorized(client, scope, challenge);
        return database.inTransaction(() -> grants.authorize(authorized)).orElseThrow();
    }

    private Authorized authorized(Client client, Set<String> scope, Optional<String> challenge) {
        return new Authorized(client, session, scope, CALLBACK, Optional.of("n"), challenge, "wallet");
    }

    private Optional<Redeemed> redeem(Secret code) {
        return redeem(code, app, CALLBACK, Optional.of(VERIFIER));
    }

    private Optional<Redeemed> redeem(Secret code, Client client, String redirectUri, Optional<String> verifier) {
        return database.inTransaction(() -> grants.redeem(code, client, redirectUri, verifier));
    }

    private Optional<RefreshToken> refresh(RefreshToken token) {
        Optional<Grant> grant = database.inTransaction(() -> grants.refreshable(token, app));
        return grant.flatMap(found -> database.inTransaction(() -> grants.rotate(found, token, app)));
    }

    private void end() {
        database.inTransaction(() -> sessions.end(cookie));
        database.inTransaction(() -> grants.end(new SessionEnded(session.id(), session.account())));
    }

    private final EntityManager node = database.anotherNode();

    /** Another node, which this happens to after it has read what it is going to change. */
    private Grants racing(Runnable inBetween) {
        Randomness pause = new Randomness() {
            private boolean happened;

            @Override
            public Secret secret() {
                if (!happened) {
                    happened = true;
                    inBetween.run();
                }
                return super.secret();
            }
        };
        return GrantTestBed.grants(node, clock, pause);
    }

    private void assertRevoked(Grant grant) {
        assertEquals(Optional.empty(), database.inTransaction(() -> grants.ofToken(Map.of("grant_id", grant.id()))));
    }

    private List<String> trail(String action) {
        return database.texts("select a.action from AuditRow a where a.action = '" + action + "'");
    }

    private List<String> outcomes(String action) {
        return database.texts("select a.outcome from AuditRow a where a.action = '" + action + "'");
    }
}
