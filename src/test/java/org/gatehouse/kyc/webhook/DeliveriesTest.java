package org.gatehouse.kyc.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
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
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Dossier;
import org.gatehouse.kyc.application.Risk;
import org.gatehouse.kyc.application.StatusChanged;
import org.gatehouse.kyc.application.Turn;
import org.gatehouse.outbox.Reply;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveriesTest {
    private static final URI HOOK = URI.create("https://rp.example/hook");
    private static final Reply REFUSED = new Reply(Optional.empty(), Optional.empty(), "ConnectException");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final List<Object> written = new ArrayList<>();
    private final Webhooks webhooks = webhooks(database.entities());
    private final Deliveries deliveries = deliveries(database.entities(), webhooks);
    private Webhook webhook;

    @BeforeEach
    void register() {
        database.inTransaction(() -> ClientTestBed.register(database.entities(), clock, "bank"));
        webhook =
                database.inTransaction(() -> webhooks.add("bank", HOOK, "admin").orElseThrow());
    }

    @Test
    void anAdministratorDisablesAWebhookOfThatClientAlone() {
        assertFalse(database.inTransaction(() -> webhooks.disable(webhook.id(), "shop", "admin")));
        assertEquals(List.of(webhook.id()), database.inTransaction(() -> webhooks.enabled("bank")));
        assertTrue(database.inTransaction(() -> webhooks.disable(webhook.id(), "bank", "admin")));
        assertEquals(List.of(), database.inTransaction(() -> webhooks.enabled("bank")));
        assertTrue(database.inTransaction(() -> webhooks.enable(webhook.id(), "bank", "admin")));
        assertEquals(List.of(webhook.id()), database.inTransaction(() -> webhooks.enabled("bank")));
    }

    @Test
    void eachEnabledWebhookOfTheClientIsToldWithNothingOfThePerson() {
        changed("shop");
        assertEquals(List.of(), written);
        changed("bank");
        assertEquals(1, written.size());
        Attempt attempt = take();
        assertEquals(HOOK, attempt.webhook().url());
        assertEquals(
                "{\"applicationId\":\"application\",\"status\":2,\"updatedAt\":\"2026-11-20T12:00:00Z\"}",
                attempt.body());
    }

    @Test
    void ofTwoNodesOneTakesADelivery() {
        changed("bank");
        String id = due().get(0);
        EntityManager node = database.anotherNode();
        Deliveries there = deliveries(node, webhooks(node));
        Optional<Attempt> slower = TestDatabase.inTransaction(node, () -> {
            // The other node has seen the same row, and is not the first to write.
            node.find(DeliveryRow.class, id);
            take();
            return there.take(id);
        });
        assertEquals(Optional.empty(), slower);
    }

    @Test
    void whatANodeLeftIsTriedAgainByTheNext() {
        changed("bank");
        take();
        assertEquals(List.of(), due());
        clock.move(Deliveries.LEASE);
        assertEquals(2, take().number());
    }

    @Test
    void aDeliveryIsTriedTenTimesAsTheSpecificationSuggests() {
        changed("bank");
        for (String wait : List.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H")) {
            done(take(), REFUSED);
            clock.move(Duration.parse(wait).minusMillis(1));
            assertEquals(List.of(), due());
            clock.move(Duration.ofMillis(1));
        }
        done(take(), REFUSED);
        clock.move(Duration.ofDays(1));
        assertEquals(List.of(), due());
        DeliveryRow row = row();
        assertEquals(10, row.tries);
        assertEquals("ConnectException", row.lastFault);
        assertEquals(List.of(), disabled(), "it failed for three days only");
    }

    @Test
    void whatWasDeliveredIsNotSentAgainUntilSomeoneAsks() {
        changed("bank");
        done(take(), REFUSED);
        clock.move(Duration.ofSeconds(5));
        done(take(), Reply.of(204));
        clock.move(Duration.ofDays(2));
        assertEquals(List.of(), due());
        assertEquals(204, row().lastStatus);
        assertEquals(Optional.empty(), now().failingSince());
        String id = row().id;
        assertTrue(database.inTransaction(() -> deliveries.again(id, webhook)));
        assertEquals(List.of(id), due());
        assertFalse(database.inTransaction(() -> deliveries.again(new Randomness().id(), webhook)));
    }

    @Test
    void aBusyReceiverIsLeftInPeaceForADayAtMost() {
        changed("bank");
        done(take(), new Reply(Optional.of(503), Optional.of("600"), ""));
        assertEquals(clock.instant().plusSeconds(600), row().nextTryAt);
        clock.move(Duration.ofMinutes(10));
        done(take(), new Reply(Optional.of(429), Optional.of("Fri, 25 Dec 2026 12:00:00 GMT"), ""));
        assertEquals(clock.instant().plus(Duration.ofHours(24)), row().nextTryAt);
        clock.move(Duration.ofHours(24));
        done(take(), new Reply(Optional.of(503), Optional.of("0"), ""));
        assertEquals(clock.instant().plus(Duration.ofMinutes(30)), row().nextTryAt);
        clock.move(Duration.ofMinutes(30));
        done(take(), new Reply(Optional.of(500), Optional.of("99999"), ""));
        assertEquals(clock.instant().plus(Duration.ofHours(2)), row().nextTryAt);
    }

    @Test
    void whoIsGoneIsToldNothingMore() {
        changed("bank");
        changed("bank");
        done(take(), Reply.of(410));
        assertEquals(List.of("gone"), disabled());
        String waiting = due().get(0);
        assertEquals(Optional.empty(), database.inTransaction(() -> deliveries.take(waiting)));
        assertEquals(List.of(), due());
        changed("bank");
        assertEquals(2, database.count("DeliveryRow"));
        assertTrue(database.inTransaction(() -> webhooks.enable(webhook.id(), "bank", "admin")));
        changed("bank");
        assertEquals(1, due().size());
    }

    @Test
    void aSecretThatCannotBeOpenedIsAFailedTryUntilItIsRotated() {
        changed("bank");
        database.inTransaction(() -> database.entities()
                .createQuery("update WebhookRow w set w.secretSealed = 'broken'")
                .executeUpdate());
        Attempt attempt = take();
        try (Receivers receivers = new Receivers()) {
            done(attempt, receivers.send(attempt).join());
        }
        assertEquals(List.of(), due());
        assertEquals("the secret cannot be opened", row().lastFault);
        assertEquals(clock.instant().plusSeconds(5), row().nextTryAt);
        assertTrue(database.inTransaction(() -> webhooks.rotate(webhook.id(), "bank", "admin"))
                .isPresent());
        clock.move(Duration.ofSeconds(5));
        assertTrue(take().webhook().secrets().isPresent());
    }

    @Test
    void whoFailsForFiveDaysIsToldNothingMore() {
        changed("bank");
        giveUp();
        assertEquals(List.of(), disabled());
        changed("bank");
        giveUp();
        assertEquals(List.of("failing"), disabled());
    }

    @Test
    void theLogKeepsWhatIsOverForThirtyDays() {
        changed("bank");
        clock.move(Deliveries.KEPT.plusDays(1));
        assertEquals(0, sweep(), "it is not over");
        done(take(), Reply.of(200));
        clock.move(Deliveries.KEPT);
        assertEquals(0, sweep());
        clock.move(Duration.ofMillis(1));
        assertEquals(1, sweep());
    }

    @Test
    void aClientThatIsRemovedTakesItsWebhooksAlong() {
        changed("bank");
        database.inTransaction(() -> webhooks.forget(new ClientRemoved("shop")));
        assertEquals(1, database.count("WebhookRow"));
        database.inTransaction(() -> webhooks.forget(new ClientRemoved("bank")));
        assertEquals(0, database.count("WebhookRow"));
        assertEquals(0, database.count("DeliveryRow"));
    }

    @Test
    void theLogHasPages() {
        for (int i = 0; i < 3; i++) {
            changed("bank");
            clock.move(Duration.ofSeconds(1));
        }
        List<DeliveryRow> first = page(Optional.empty());
        List<DeliveryRow> second = page(Optional.of(first.get(1).id));
        assertEquals(2, first.size());
        assertEquals(1, second.size());
        assertTrue(second.get(0).createdAt.isBefore(first.get(1).createdAt));
    }

    private List<DeliveryRow> page(Optional<String> before) {
        return database.inTransaction(() -> deliveries.of(webhook, before, 2));
    }

    private void giveUp() {
        while (!due().isEmpty()) {
            done(take(), REFUSED);
            Instant next = row().nextTryAt;
            if (next != null) clock.move(Duration.between(clock.instant(), next));
        }
    }

    private void changed(String client) {
        database.inTransaction(
                () -> deliveries.write(new StatusChanged(application(client), Actor.SYSTEM, clock.instant())));
    }

    private Application application(String client) {
        return new Application(
                "application",
                client,
                "account",
                "individual",
                1,
                Optional.empty(),
                ApplicationStatus.APPROVED,
                1,
                new Dossier(Map.of(), Map.of(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Turn.OF_OTHERS,
                Risk.NONE);
    }

    private List<String> due() {
        return database.inTransaction(() -> deliveries.due(10));
    }

    private Attempt take() {
        return database.inTransaction(
                () -> deliveries.take(deliveries.due(10).get(0)).orElseThrow());
    }

    private void done(Attempt attempt, Reply reply) {
        database.inTransaction(() -> deliveries.done(attempt, reply));
    }

    /** The newest delivery. */
    private DeliveryRow row() {
        return page(Optional.empty()).get(0);
    }

    private Webhook now() {
        return database.inTransaction(() -> webhooks.find(webhook.id()).orElseThrow());
    }

    private int sweep() {
        return database.inTransaction(() -> new DeliverySweep(database.entities()).sweep(clock.instant(), 10));
    }

    private List<String> disabled() {
        return database.texts("select a.outcome from AuditRow a where a.action = 'kyc.webhook.disable'");
    }

    private Webhooks webhooks(EntityManager entities) {
        Randomness randomness = new Randomness();
        return new Webhooks(
                entities,
                new MasterKey(new byte[MasterKey.BYTES], randomness),
                randomness,
                clock,
                ClientTestBed.lock(entities),
                AuditTestBed.audit(entities, clock));
    }

    private Deliveries deliveries(EntityManager entities, Webhooks told) {
        @SuppressWarnings("unchecked")
        Event<DeliveriesWritten> event = Fake.of(Event.class, Map.of("fire", arguments -> {
            written.add(arguments[0]);
            return null;
        }));
        return new Deliveries(entities, clock, new Randomness(), told, event);
    }
}
