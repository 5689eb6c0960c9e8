package org.gatehouse.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.gatehouse.Fake;
import org.junit.jupiter.api.Test;

class CourierTest {
    /** What is due; each is taken once. */
    private final List<String> due = new ArrayList<>();

    private final List<String> done = new ArrayList<>();
    private final List<CompletableFuture<Reply>> sent = new ArrayList<>();
    private final List<Runnable> queue = new ArrayList<>();
    private boolean threads = true;
    private final Courier courier = courier();

    @Test
    void oneLookIsQueuedHoweverMuchIsPutIn() {
        IntStream.range(0, 5).forEach(i -> courier.soon());
        assertEquals(1, queue.size());
        work();
        courier.soon();
        assertEquals(1, queue.size());
    }

    @Test
    void whatCannotBeSentHoldsUpNoOther() {
        due.addAll(List.of("broken", "next"));
        look();
        assertEquals(1, sent.size());
        sent.get(0).complete(Reply.of(204));
        work();
        assertEquals(List.of("next: status 204"), done);
    }

    @Test
    void whatHasNothingToSendTakesNoPlace() {
        IntStream.range(0, Courier.MOST_AT_ONCE).forEach(i -> due.add("nothing " + i));
        look();
        due.add("something");
        look();
        assertEquals(1, sent.size());
    }

    @Test
    void whatWaitedForAPlaceIsSentWhenOneComesFree() {
        IntStream.range(0, Courier.MOST_AT_ONCE + 1).forEach(i -> due.add("notice " + i));
        look();
        look();
        assertEquals(Courier.MOST_AT_ONCE, sent.size());
        sent.get(0).complete(Reply.of(500));
        sent.get(1).complete(Reply.of(500));
        work();
        assertEquals(Courier.MOST_AT_ONCE + 1, sent.size());
    }

    @Test
    void aPlaceComesFreeAlsoWhereNoThreadIsThereForTheAnswer() {
        for (int round = 0; round < 2; round++) {
            IntStream.range(0, Courier.MOST_AT_ONCE).forEach(i -> due.add("notice " + i));
            look();
            threads = false;
            sent.forEach(reply -> reply.complete(Reply.of(204)));
            threads = true;
        }
        assertEquals(2 * Courier.MOST_AT_ONCE, sent.size());
    }

    private void look() {
        courier.soon();
        work();
    }

    private void work() {
        while (!queue.isEmpty()) queue.remove(0).run();
    }

    private Courier courier() {
        Courier made = new Courier();
        made.executor = Fake.of(
                ManagedScheduledExecutorService.class,
                Map.of("scheduleWithFixedDelay", never -> null, "execute", work -> {
                    if (!threads) throw new RejectedExecutionException();
                    queue.add((Runnable) work[0]);
                    return null;
                }));
        made.start(outbox());
        return made;
    }

    private Outbox outbox() {
        return new Outbox() {
            @Override
            public String name() {
                return "notices";
            }

            @Override
            public Backlog backlog() {
                return new Backlog(due.size(), 0);
            }

            @Override
            public List<String> due(int limit) {
                return List.copyOf(due.subList(0, Math.min(limit, due.size())));
            }

            @Override
            public Optional<Sending> begin(String id) {
                due.remove(id);
                if (id.equals("broken")) throw new IllegalStateException("cannot be read");
                if (id.startsWith("nothing")) return Optional.empty();
                sent.add(new CompletableFuture<>());
                return Optional.of(new Sending(sent.get(sent.size() - 1), reply -> done.add(id + ": " + reply)));
            }
        };
    }
}
