package org.gatehouse.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.Fake;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.grant.Consents;
import org.gatehouse.grant.GrantTestBed;
import org.gatehouse.grant.Grants;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.token.MovedClock;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApplicationsTest {
    private static final AccountId WALLET =
            AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(BEGIN);
    private final Client notes =
            ClientTestBed.client("{'client_id':'notes','name':'Notes','redirect_uris':['https://notes.example/cb']}");
    private final Grants grants = GrantTestBed.grants(database.entities(), clock);
    private final Consents consents = GrantTestBed.consents(database.entities(), clock);
    private final Applications applications =
            new Applications(ClientTestBed.clients(notes), consents, grants, memberships());
    private final Map<String, Membership.SignedUp> kept = new HashMap<>();

    @Test
    void whatWasAllowedAndWhatWasGivenIsOneApplication() {
        Session session = signIn();
        database.inTransaction(() -> consents.give(session.account(), "notes", Set.of("openid", "profile"), Set.of()));
        clock.move(Duration.ofMinutes(10));
        database.inTransaction(() -> GrantTestBed.give(grants, notes, session));
        assertEquals(
                List.of(new Application("notes", "Notes", Set.of("openid", "profile"), BEGIN, Optional.empty())),
                of(session.account()));
        assertEquals(List.of(), of("another"));
    }

    @Test
    void whoLeavesAnApplicationTakesBackAllOfIt() {
        Session session = signIn();
        database.inTransaction(() -> consents.give(session.account(), "notes", Set.of("openid"), Set.of()));
        database.inTransaction(() -> GrantTestBed.give(grants, notes, session));
        assertFalse(leave("another"), "not one's own");
        assertTrue(leave(session.account()));
        assertEquals(List.of(), of(session.account()));
        assertEquals(0, database.count("ConsentRow"));
        assertEquals(
                List.of("consent.withdraw", "grant.revoke"),
                database.texts(
                        "select a.action from AuditRow a where a.action in ('consent.withdraw', 'grant.revoke') order by a.action"));
        assertFalse(leave(session.account()), "nothing is left");
    }

    @Test
    void whatAnotherRoomKeepsForAnApplicationIsShownAndErased() {
        Membership.SignedUp signedUp = new Membership.SignedUp(BEGIN, Set.of("email"));
        kept.put("notes", signedUp);
        assertEquals(
                List.of(new Application("notes", "Notes", Set.of(), BEGIN, Optional.of(signedUp))), of("somebody"));
        assertTrue(leave("somebody"));
        assertEquals(List.of(), of("somebody"));
        assertFalse(leave("somebody"), "nothing is left");
    }

    private List<Application> of(String account) {
        return database.inTransaction(() -> applications.of(account));
    }

    private boolean leave(String account) {
        return database.inTransaction(() -> applications.leave(account, "notes"));
    }

    private Session signIn() {
        return SessionTestBed.signIn(
                        database, clock, SessionTestBed.sessions(database.entities(), clock), WALLET, Optional.empty())
                .session();
    }

    /** One other room, which keeps the same for everyone. */
    @SuppressWarnings("unchecked")
    private Instance<Membership> memberships() {
        Membership membership = Fake.of(
                Membership.class,
                Map.of("of", account -> Map.copyOf(kept), "end", arguments -> kept.remove(arguments[1]) != null));
        Instance.Handle<Membership> handle =
                Fake.of(Instance.Handle.class, Map.of("get", none -> membership, "close", none -> null));
        return Fake.of(Instance.class, Map.of("handles", none -> List.of(handle)));
    }
}
