package org.gatehouse.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.gatehouse.Fake;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.grant.GrantTestBed;
import org.gatehouse.token.TokenSystem;
import org.gatehouse.vault.Randomness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveryTest {
    private static final Client APP = ClientTestBed.client("{'redirect_uris':['https://app.example/cb']}");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    /** What is due; a notice is taken once. */
    private final List<String> due = new ArrayList<>();

    private final List<String> delivered = new ArrayList<>();
    private final List<CompletableFuture<Integer>> posted = new ArrayList<>();
    private final List<Runnable> queue = new ArrayList<>();
    private boolean threads = true;
    private final BackChannel channel = new BackChannel() {
        @Override
        CompletableFuture<Integer> post(URI address, String token) {
            CompletableFuture<Integer> answer = new CompletableFuture<>();
            posted.add(answer);
            return answer;
        }
    };
    private final Delivery delivery = delivery();

    @AfterEach
    void close() {
        channel.close();
    }

    @Test
    void oneLookIsQueuedHoweverManySessionsEnd() {
        IntStream.range(0, 5).forEach(i -> delivery.deliver(new NoticesWritten()));
        assertEquals(1, queue.size());
        work();
        delivery.deliver(new NoticesWritten());
        assertEquals(1, queue.size());
    }

    @Test
    void aNoticeThatCannotBeSentHoldsUpNoOther() {
        due.addAll(List.of("broken", "next"));
        look();
        assertEquals(1, posted.size());
        posted.get(0).complete(204);
        work();
        assertEquals(List.of("next"), delivered);
    }

    @Test
    void whoWaitedForAPlaceIsToldWhenOneComesFree() {
        IntStream.range(0, Delivery.MOST_AT_ONCE + 1).forEach(i -> due.add("notice " + i));
        look();
        look();
        assertEquals(Delivery.MOST_AT_ONCE, posted.size());
        posted.get(0).complete(500);
        posted.get(1).complete(500);
        work();
        assertEquals(Delivery.MOST_AT_ONCE + 1, posted.size());
    }

    @Test
    void aPlaceComesFreeAlsoWhereNoThreadIsThereForTheAnswer() {
        for (int round = 0; round < 2; round++) {
            IntStream.range(0, Delivery.MOST_AT_ONCE).forEach(i -> due.add("notice " + i));
            look();
            threads = false;
            posted.forEach(answer -> answer.complete(204));
            threads = true;
        }
        assertEquals(2 * Delivery.MOST_AT_ONCE, posted.size());
    }

    private void look() {
        delivery.deliver(new NoticesWritten());
        work();
    }

    private void work() {
        while (!queue.isEmpty()) queue.remove(0).run();
    }

    private Delivery delivery() {
        Delivery made = new Delivery(notices(), new LogoutTokens(new TokenSystem(Clock.systemUTC()).issuer()), channel);
        made.executor = Fake.of(ManagedScheduledExecutorService.class, Map.of("execute", work -> {
            if (!threads) throw new RejectedExecutionException();
            queue.add((Runnable) work[0]);
            return null;
        }));
        return made;
    }

    @SuppressWarnings("unchecked")
    private Notices notices() {
        Clock clock = Clock.systemUTC();
        return new Notices(
                database.entities(),
                clock,
                new Randomness(),
                GrantTestBed.grants(database.entities(), clock),
                ClientTestBed.clients(),
                AuditTestBed.audit(database.entities(), clock),
                Fake.of(Event.class, Map.of())) {
            @Override
            List<String> due(int limit) {
                return List.copyOf(due.subList(0, Math.min(limit, due.size())));
            }

            @Override
            Optional<Notice> take(String id) {
                due.remove(id);
                if (id.equals("broken")) throw new IllegalStateException("cannot be read");
                return Optional.of(new Notice(id, APP, URI.create("https://app.example/logout"), "account", "session"));
            }

            @Override
            void delivered(String id) {
                delivered.add(id);
            }
        };
    }
}
