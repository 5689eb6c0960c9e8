package org.gatehouse.idena.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gatehouse.idena.node.SharedCalls.Kept;
import org.gatehouse.remote.Deadline;
import org.junit.jupiter.api.Test;

class SharedCallsTest {
    private static final Deadline FAR = Deadline.in(Duration.ofSeconds(20));

    private final TestClock clock = new TestClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final SharedCalls<String, String> calls = new SharedCalls<>(clock, 10);

    @Test
    void whoever_waits_for_the_call_of_another_waits_no_longer_than_he_may() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Optional<String>> first = CompletableFuture.supplyAsync(() -> calls.get("key", FAR, () -> {
            begun.countDown();
            await(end);
            return kept("the first one's", 10);
        }));
        assertTrue(begun.await(10, TimeUnit.SECONDS));

        Optional<String> second = assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> calls.get("key", Deadline.in(Duration.ofMillis(20)), () -> kept("the second one's", 10)));
        end.countDown();
        assertEquals(Optional.empty(), second);
        assertEquals(Optional.of("the first one's"), first.get(10, TimeUnit.SECONDS));
    }

    @Test
    void a_call_that_throws_is_not_kept_and_frees_the_key() {
        assertThrows(
                IllegalStateException.class,
                () -> calls.get("key", FAR, () -> {
                    throw new IllegalStateException("a fault");
                }));

        assertEquals(Optional.of("an answer"), calls.get("key", FAR, () -> kept("an answer", 10)));
    }

    @Test
    void each_value_is_kept_for_its_own_time() {
        calls.get("short", FAR, () -> kept("old", 1));
        calls.get("long", FAR, () -> kept("old", 10));
        clock.pass(Duration.ofSeconds(1));

        assertEquals(Optional.of("new"), calls.get("short", FAR, () -> kept("new", 10)));
        assertEquals(Optional.of("old"), calls.get("long", FAR, () -> kept("new", 10)));
    }

    @Test
    void a_value_that_is_over_already_is_not_kept() {
        assertEquals(Optional.of("old"), calls.get("key", FAR, () -> kept("old", -5)));
        assertEquals(Optional.of("new"), calls.get("key", FAR, () -> kept("new", 10)));
    }

    @Test
    void no_more_values_are_kept_than_there_is_room_for() {
        AtomicInteger made = new AtomicInteger();
        for (int round = 0; round < 2; round++) {
            IntStream.range(0, 1_000)
                    .forEach(i -> calls.get("key " + i, FAR, () -> kept("value " + made.incrementAndGet(), 10)));
        }

        assertTrue(made.get() >= 1_980, made::toString);
    }

    private Kept<String> kept(String value, long seconds) {
        return new Kept<>(value, clock.instant().plusSeconds(seconds));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
