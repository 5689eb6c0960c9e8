package org.gatehouse.idena.node;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.gatehouse.remote.Deadline;

/**
 * Keeps what a call returned for as long as the call says, and lets callers who come meanwhile share a call that is under way. The first
 * caller makes the call in his own thread; the others wait for it with a deadline. A cache that computes inside its own lock would make
 * them wait without one, and would call again for each of them where nothing may be kept.
 */
final class SharedCalls<K, V> {
    private final AsyncCache<K, Kept<V>> calls;

    /**
     * What a call returned.
     *
     * @param until when it is to be forgotten; now or earlier to keep nothing
     */
    record Kept<V>(V value, Instant until) {}

    /** @param most the largest number of values that are kept */
    SharedCalls(Clock clock, long most) {
        calls = Caffeine.newBuilder()
                .maximumSize(most)
                .ticker(() -> nanos(clock.instant()))
                .expireAfter(Expiry.<K, Kept<V>>writing((key, kept) -> Duration.between(clock.instant(), kept.until())))
                // Its chores take microseconds: no thread of the platform's common pool is to hold our classes.
                .executor(Runnable::run)
                .buildAsync();
    }

    /** What is kept, or what the call returns; empty where another caller's call does not end before the deadline. */
    Optional<V> get(K key, Deadline deadline, Supplier<Kept<V>> call) {
        CompletableFuture<Kept<V>> mine = new CompletableFuture<>();
        CompletableFuture<Kept<V>> first = calls.asMap().putIfAbsent(key, mine);
        if (first != null) return await(first, deadline);
        try {
            Kept<V> kept = call.get();
            mine.complete(kept);
            return Optional.of(kept.value());
        } finally {
            // After a fault: frees those who wait, and the key.
            mine.cancel(false);
        }
    }

    private static <V> Optional<V> await(CompletableFuture<Kept<V>> call, Deadline deadline) {
        try {
            return Optional.of(call.get(deadline.nanos(), TimeUnit.NANOSECONDS).value());
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static long nanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }
}
