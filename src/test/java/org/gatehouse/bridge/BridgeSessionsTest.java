package org.gatehouse.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.grant.Authorized;
import org.gatehouse.grant.GrantTestBed;
import org.gatehouse.grant.Grants;
import org.gatehouse.session.Finish;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.Session;
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

class BridgeSessionsTest {
    private static final AccountId WALLET =
            AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration ABSOLUTE = Duration.ofHours(8);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Randomness randomness = new Randomness();
    private final Sessions sessions = SessionTestBed.sessions(database.entities(), clock);
    private final Grants grants = GrantTestBed.grants(database.entities(), clock);
    private final BridgeSessions bridge = new BridgeSessions(
            database.entities(), clock, randomness, grants, sessions, AuditTestBed.audit(database.entities(), clock));
    private final Portal wiki = portal("wiki");
    private final Portal forum = portal("forum");
    private final Departure departure = new Departure(randomness.secret(), randomness.id(), LocalPath.HOME);

    private Finish.SignedIn signedIn;

    @BeforeEach
    void signIn() {
        signedIn = SessionTestBed.signIn(database, clock, sessions, WALLET, Optional.empty());
    }

    @Test
    void aCodeOpensThePortalForTheSessionThatGaveIt() {
        BridgeSession begun = begin(wiki, code(wiki)).orElseThrow();
        assertEquals(signedIn.session().expiresAt(), begun.expiresAt());
        assertEquals(Optional.of(signedIn.session()), find(wiki, begun.secret()));
    }

    @Test
    void theSecretIsStoredAsItsHash() {
        BridgeSession begun = begin(wiki, code(wiki)).orElseThrow();
        assertEquals(List.of(begun.secret().hash()), database.texts("select b.secretHash from BridgeSessionRow b"));
    }

    @Test
    void aCodeOpensItOnce() {
        Secret code = code(wiki);
        BridgeSession begun = begin(wiki, code).orElseThrow();
        assertEquals(Optional.empty(), begin(wiki, code));
        assertEquals(Optional.empty(), find(wiki, begun.secret()), "the second use revokes what the first gave");
    }

    @Test
    void theCodeOfAnotherBrowserOrPortalOpensNothing() {
        Departure others = new Departure(randomness.secret(), departure.id(), LocalPath.HOME);
        Secret code = code(wiki);
        assertEquals(
                Optional.empty(), database.inTransaction(() -> bridge.begin(wiki, others, code, Optional.empty())));
        assertEquals(Optional.empty(), begin(wiki, code(forum)));
        assertEquals(Optional.empty(), begin(wiki, randomness.secret()));
        assertEquals(0, database.count("BridgeSessionRow"));
    }

    @Test
    void theCookieOfOnePortalDoesNotOpenAnother() {
        BridgeSession begun = begin(wiki, code(wiki)).orElseThrow();
        assertEquals(Optional.empty(), find(forum, begun.secret()));
        assertEquals(Optional.empty(), find(wiki, signedIn.secret()), "nor does that of the session itself");
    }

    @Test
    void whenTheSessionEndsThePortalIsClosedAtOnce() {
        BridgeSession begun = begin(wiki, code(wiki)).orElseThrow();
        database.inTransaction(() -> sessions.end(signedIn.secret()));
        assertEquals(Optional.empty(), find(wiki, begun.secret()));
    }

    @Test
    void aCodeOfASessionThatHasEndedOpensNothing() {
        Secret code = code(wiki);
        database.inTransaction(() -> sessions.end(signedIn.secret()));
        assertEquals(Optional.empty(), begin(wiki, code));
    }

    @Test
    void whenWhatItWasGivenIsRevokedThePortalIsClosed() {
        BridgeSession begun = begin(wiki, code(wiki)).orElseThrow();
        database.inTransaction(() -> grants.revokeOfClient(signedIn.session().account(), "wiki"));
        assertEquals(Optional.empty(), find(wiki, begun.secret()));
    }

    @Test
    void signingOutOfThePortalLeavesTheSession() {
        BridgeSession begun = begin(wiki, code(wiki)).orElseThrow();
        BridgeSession other = begin(forum, code(forum)).orElseThrow();
        database.inTransaction(() -> bridge.end(wiki, other.secret()));
        assertEquals(
                Optional.of(signedIn.session()), find(wiki, begun.secret()), "another portal's cookie ends nothing");
        database.inTransaction(() -> bridge.end(wiki, begun.secret()));
        assertEquals(Optional.empty(), find(wiki, begun.secret()));
        assertEquals(Optional.of(signedIn.session()), find(forum, other.secret()));
    }

    @Test
    void whoWorksAtThePortalIsNotIdle() {
        BridgeSession begun = begin(wiki, code(wiki)).orElseThrow();
        for (int i = 0; i < 4; i++) {
            clock.move(IDLE.minusMinutes(1));
            assertEquals(Optional.of(signedIn.session()), find(wiki, begun.secret()));
        }
        clock.move(IDLE);
        assertEquals(Optional.empty(), find(wiki, begun.secret()));
    }

    @Test
    void itEndsWithTheLongestLifeOfTheSessionAndIsSwept() {
        assertTrue(begin(wiki, code(wiki)).isPresent());
        BridgeSweep sweep = new BridgeSweep(database.entities());
        clock.move(ABSOLUTE);
        assertEquals(0, database.inTransaction(() -> sweep.sweep(clock.instant(), 10)));
        clock.move(Duration.ofMillis(1));
        assertEquals(1, database.inTransaction(() -> sweep.sweep(clock.instant(), 10)));
        assertEquals(0, database.count("BridgeSessionRow"));
    }

    private Secret code(Portal portal) {
        Session session = signedIn.session();
        return database.inTransaction(() -> grants.authorize(new Authorized(
                        portal.client(),
                        session,
                        Set.of("openid"),
                        portal.callback().toString(),
                        Optional.empty(),
                        Optional.of(
                                CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(departure.verifier()))
                                        .getValue()),
                        "wallet")))
                .orElseThrow();
    }

    private Optional<BridgeSession> begin(Portal portal, Secret code) {
        return database.inTransaction(() -> bridge.begin(portal, departure, code, Optional.empty()));
    }

    private Optional<Session> find(Portal portal, Secret secret) {
        return database.inTransaction(() -> bridge.find(portal, secret));
    }

    private static Portal portal(String id) {
        return Portal.of(ClientTestBed.client("{'client_id':'" + id + "','token_endpoint_auth_method':'none',"
                        + "'redirect_uris':['https://" + id + ".example/.gatehouse/callback']}"))
                .orElseThrow();
    }
}
