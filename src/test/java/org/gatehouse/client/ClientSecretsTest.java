package org.gatehouse.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.SlowHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClientSecretsTest {
    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final AtomicInteger computed = new AtomicInteger();

    /** Counts, and computes nothing. */
    private final SlowHash slowHash = new SlowHash(new Randomness()) {
        @Override
        public String hash(String secret) {
            return "hash of " + secret;
        }

        @Override
        public boolean verify(String secret, String phc) {
            computed.incrementAndGet();
            return phc.equals(hash(secret));
        }
    };

    private final ClientSecrets secrets = node(slowHash);
    private final Client app = ClientTestBed.client("{}");

    private ClientSecrets node(SlowHash hashes) {
        return new ClientSecrets(
                ClientTestBed.secretStore(database.entities(), clock), hashes, new Randomness(), clock);
    }

    @BeforeEach
    void register() {
        database.inTransaction(() -> ClientTestBed.store(database.entities(), clock)
                .add("app", ClientTestBed.entry("{}"), Optional.empty(), null));
    }

    private String issue(Duration overlap) {
        return database.inTransaction(
                () -> secrets.issue("app", overlap, "admin").orElseThrow().text());
    }

    private boolean verify(String secret) {
        return database.inTransaction(() -> secrets.verify(app, secret));
    }

    @Test
    void aSecretThatWasIssuedIsTheClientsAndNoOtherIs() {
        String secret = issue(Duration.ZERO);
        assertTrue(verify(secret));
        assertFalse(verify(secret + "x"));
        assertFalse(verify(""));
        assertFalse(secrets.verify(ClientTestBed.client("{'client_id':'other'}"), secret));
        assertEquals(List.of("hash of " + secret), database.texts("select s.hash from ClientSecretRow s"));
    }

    @Test
    void theRealHashDoesTheSame() {
        ClientSecrets real = node(new SlowHash(new Randomness()));
        String secret = database.inTransaction(
                () -> real.issue("app", Duration.ZERO, "admin").orElseThrow().text());
        assertTrue(database.inTransaction(() -> real.verify(app, secret)));
        assertFalse(database.inTransaction(() -> real.verify(app, secret.substring(1))));
    }

    @Test
    void aClientThatProvesItselfOtherwiseHasNoSecret() {
        String secret = issue(Duration.ZERO);
        assertFalse(secrets.verify(ClientTestBed.client("{'token_endpoint_auth_method':'none'}"), secret));
        assertEquals(0, computed.get());
    }

    @Test
    void theEarlierSecretIsTakenAsLongAsTheOverlapAndNoLonger() {
        String first = issue(Duration.ZERO);
        String second = issue(Duration.ofHours(1));
        assertNotEquals(first, second);
        clock.move(Duration.ofMinutes(59));
        assertTrue(verify(first));
        assertTrue(verify(second));
        clock.move(Duration.ofMinutes(1));
        assertFalse(verify(first));
        assertTrue(verify(second));
    }

    @Test
    void withoutAnOverlapTheEarlierOneIsRefusedAtOnceOnThisNode() {
        String first = issue(Duration.ZERO);
        assertTrue(verify(first));
        issue(Duration.ZERO);
        assertFalse(verify(first), "remembered or not");
    }

    @Test
    void anotherNodeSeesTheChangeAFewSecondsLater() {
        String first = issue(Duration.ZERO);
        ClientSecrets other = node(slowHash);
        assertTrue(database.inTransaction(() -> other.verify(app, first)));
        issue(Duration.ZERO);
        clock.move(Duration.ofSeconds(5));
        assertFalse(database.inTransaction(() -> other.verify(app, first)));
    }

    @Test
    void aLaterOverlapDoesNotMakeAnEarlierSecretLiveLonger() {
        String first = issue(Duration.ZERO);
        issue(Duration.ofHours(1));
        issue(Duration.ofDays(30));
        clock.move(Duration.ofHours(2));
        assertFalse(verify(first));
    }

    @Test
    void aClientThatWasRemovedMeanwhileGetsNoSecret() {
        database.inTransaction(() -> {
            ClientStore store = ClientTestBed.store(database.entities(), clock);
            assertTrue(store.remove(store.find("app").orElseThrow(), "admin").done());
        });
        assertEquals(Optional.empty(), database.inTransaction(() -> secrets.issue("app", Duration.ofDays(1), "admin")));
        database.inTransaction(
                () -> ClientTestBed.secretStore(database.entities(), clock).putOfFile("app", Optional.empty(), "hash"));
        assertEquals(0, database.count("ClientSecretRow"));
    }

    @Test
    void howeverManyIssueAtOnceThreeSecretsAreLive() throws Exception {
        int nodes = 4;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<Boolean>> issued = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                EntityManager node = database.anotherNode();
                SecretStore store = ClientTestBed.secretStore(node, clock);
                issued.add(threads.submit(() -> {
                    start.await();
                    for (int j = 0; j < 5; j++) {
                        assertTrue(TestDatabase.inTransaction(
                                node, () -> store.issue("app", "hash", Duration.ofDays(1), "admin")));
                    }
                    return true;
                }));
            }
            start.countDown();
            for (Future<Boolean> each : issued) assertTrue(each.get());
        } finally {
            threads.shutdown();
        }
        assertEquals(
                SecretStore.MOST_LIVE,
                database.inTransaction(() -> ClientTestBed.secretStore(database.entities(), clock)
                                .live("app"))
                        .size());
    }

    @Test
    void threeSecretsAreLiveAtOnceAtMost() {
        List<String> issued = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            issued.add(issue(Duration.ofDays(30)));
            clock.move(Duration.ofSeconds(10));
        }
        assertEquals(
                List.of(false, false, true, true, true),
                issued.stream().map(this::verify).toList());
    }

    @Test
    void aVerifiedSecretIsRememberedAndAWrongOneIsNot() {
        String secret = issue(Duration.ZERO);
        verify(secret);
        verify(secret);
        assertEquals(1, computed.get());
        verify("wrong");
        verify("wrong");
        assertEquals(3, computed.get());
        clock.move(Duration.ofMinutes(10));
        verify(secret);
        assertEquals(4, computed.get());
    }

    @Test
    void aSecretOfMoreThan200CharactersIsWrongWithoutAComputation() {
        issue(Duration.ZERO);
        assertFalse(verify("x".repeat(201)));
        assertEquals(0, computed.get());
        verify("x".repeat(200));
        assertEquals(1, computed.get());
    }

    @Test
    void whoComesWhileTwoAreComputedIsAskedToComeAgain() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        ClientSecrets node = node(new SlowHash(new Randomness()) {
            @Override
            public boolean verify(String secret, String phc) {
                if (!secret.equals("slow")) return false;
                begun.countDown();
                await(end);
                return true;
            }
        });
        issue(Duration.ZERO);
        assertFalse(
                node.verify(app, "quick"),
                "and the secrets of the client are read: the threads below read no database");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> slow = List.of(
                    threads.submit(() -> node.verify(app, "slow")), threads.submit(() -> node.verify(app, "slow")));
            await(begun);
            assertThrows(ClientSecrets.Busy.class, () -> node.verify(app, "quick"));
            end.countDown();
            for (Future<Boolean> each : slow) assertTrue(each.get());
            assertFalse(node.verify(app, "quick"), "there is room again");
        } finally {
            end.countDown();
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
