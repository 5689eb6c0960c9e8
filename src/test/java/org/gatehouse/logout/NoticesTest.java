package org.gatehouse.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.Fake;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.grant.GrantTestBed;
import org.gatehouse.grant.Grants;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionEnded;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.session.Sessions;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoticesTest {
    private static final AccountId WALLET =
            AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final String REDIRECT = "'redirect_uris':['https://app.example/cb']";
    private static final Client TOLD = ClientTestBed.client(
            "{'client_id':'told','backchannel_logout_uri':'https://app.example/logout'," + REDIRECT + "}");
    private static final Client UNTOLD = ClientTestBed.client("{'client_id':'untold'," + REDIRECT + "}");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final List<Object> written = new ArrayList<>();
    private final Grants grants = GrantTestBed.grants(database.entities(), clock);
    private final Notices notices = notices(database.entities(), TOLD, UNTOLD);
    private final Sessions sessions =
            SessionTestBed.sessions(database.entities(), clock, notices::write, signedOut -> {});
    private final Session session = SessionTestBed.signIn(database, clock, sessions, WALLET, Optional.empty())
            .session();

    @Test
    void eachClientOfTheSessionThatWantsToBeToldGetsANotice() {
        give(TOLD);
        give(TOLD);
        give(UNTOLD);
        end();
        assertEquals(List.of("told"), database.texts("select n.clientId from NoticeRow n"));
        assertEquals(1, written.size());
        Notice notice = take(notices, due().get(0)).orElseThrow();
        assertEquals(session.id(), notice.session());
        assertEquals(session.account(), notice.account());
        assertEquals(URI.create("https://app.example/logout"), notice.address());
    }

    @Test
    void whatIsRedeemedWhileTheSessionEndsIsWaitedForFirst() throws Exception {
        assertTrue(priority(Grants.class, "end") < priority(Notices.class, "write"));
    }

    private static int priority(Class<?> room, String observer) throws Exception {
        Priority said = room.getDeclaredMethod(observer, SessionEnded.class)
                .getParameters()[0]
                .getAnnotation(Priority.class);
        return said == null ? ObserverMethod.DEFAULT_PRIORITY : said.value();
    }

    @Test
    void aSessionThatGaveNothingIsNoNews() {
        end();
        assertEquals(0, database.count("NoticeRow"));
        assertEquals(List.of(), written);
    }

    @Test
    void aSessionThatRunsOutIsNewsAsWell() {
        give(TOLD);
        clock.move(Duration.ofMinutes(30));
        database.inTransaction(() -> SessionTestBed.sweep(database.entities(), clock, sessions));
        assertEquals(1, database.count("NoticeRow"));
    }

    @Test
    void ofTwoNodesOneTakesANotice() {
        give(TOLD);
        end();
        String id = due().get(0);
        EntityManager node = database.anotherNode();
        Notices there = notices(node, TOLD);
        Optional<Notice> slower = TestDatabase.inTransaction(node, () -> {
            // The other node has seen the same row, and is not the first to write.
            node.find(NoticeRow.class, id);
            assertTrue(take(notices, id).isPresent());
            return there.take(id);
        });
        assertEquals(Optional.empty(), slower);
    }

    @Test
    void aNoticeIsTriedAgainLaterAndLater() {
        give(TOLD);
        end();
        String id = due().get(0);
        for (Duration wait : List.of(
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(6),
                Duration.ofHours(6))) {
            assertTrue(take(notices, id).isPresent());
            clock.move(wait.minusMillis(1));
            assertEquals(List.of(), due());
            assertEquals(Optional.empty(), take(notices, id));
            clock.move(Duration.ofMillis(1));
            assertEquals(List.of(id), due());
        }
    }

    @Test
    void whoNeverAnswersIsGivenUpAfterADayAndItStandsInTheTrail() {
        give(TOLD);
        end();
        String id = due().get(0);
        take(notices, id);
        clock.move(Notices.LONGEST);
        assertEquals(Optional.empty(), take(notices, id));
        assertEquals(0, database.count("NoticeRow"));
        assertEquals(List.of("given-up"), outcomes());
    }

    @Test
    void aNoticeThatWasTakenIsGoneAndItStandsInTheTrail() {
        give(TOLD);
        end();
        String id = due().get(0);
        take(notices, id);
        database.inTransaction(() -> notices.delivered(id));
        database.inTransaction(() -> notices.delivered(id));
        assertEquals(0, database.count("NoticeRow"));
        assertEquals(List.of("ok"), outcomes());
    }

    @Test
    void whatANodeLeftIsDeliveredByTheNext() {
        give(TOLD);
        end();
        take(notices, due().get(0));
        clock.move(Duration.ofSeconds(10));
        EntityManager node = database.anotherNode();
        Notices there = notices(node, TOLD);
        List<String> due = TestDatabase.inTransaction(node, () -> there.due(10));
        assertTrue(
                TestDatabase.inTransaction(node, () -> there.take(due.get(0))).isPresent());
    }

    @Test
    void aClientThatIsGoneIsNotTold() {
        give(TOLD);
        end();
        database.inTransaction(() -> notices.forget(new ClientRemoved("untold")));
        assertEquals(1, database.count("NoticeRow"));
        database.inTransaction(() -> notices.forget(new ClientRemoved("told")));
        assertEquals(0, database.count("NoticeRow"));
        assertEquals(List.of("no-client"), outcomes());
    }

    @Test
    void aClientThatWantsToHearNoMoreIsNotTold() {
        give(TOLD);
        end();
        Client silent = ClientTestBed.client("{'client_id':'told'," + REDIRECT + "}");
        assertEquals(Optional.empty(), take(notices(database.entities(), silent), due().get(0)));
        assertEquals(0, database.count("NoticeRow"));
        assertEquals(List.of("no-address"), outcomes());
    }

    @Test
    void aClientThatIsDisabledForAWhileIsToldAfterwards() {
        give(TOLD);
        end();
        String id = due().get(0);
        assertEquals(Optional.empty(), take(notices(database.entities()), id));
        assertEquals(List.of(), due());
        clock.move(Duration.ofSeconds(10));
        assertTrue(take(notices, id).isPresent());
        assertEquals(List.of(), outcomes());
    }

    private Notices notices(EntityManager entities, Client... clients) {
        @SuppressWarnings("unchecked")
        Event<NoticesWritten> event = Fake.of(Event.class, Map.of("fire", arguments -> {
            written.add(arguments[0]);
            return null;
        }));
        return new Notices(
                entities,
                clock,
                new Randomness(),
                GrantTestBed.grants(entities, clock),
                ClientTestBed.clients(clients),
                AuditTestBed.audit(entities, clock),
                event);
    }

    private void give(Client client) {
        database.inTransaction(() -> GrantTestBed.give(grants, client, session));
    }

    private void end() {
        database.inTransaction(() -> notices.write(new SessionEnded(session.id(), session.account())));
    }

    private List<String> due() {
        return database.inTransaction(() -> notices.due(10));
    }

    private Optional<Notice> take(Notices node, String id) {
        return database.inTransaction(() -> node.take(id));
    }

    private List<String> outcomes() {
        return database.texts("select a.outcome from AuditRow a where a.action = 'logout.notice'");
    }
}
