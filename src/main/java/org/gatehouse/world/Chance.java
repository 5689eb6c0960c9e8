package org.gatehouse.world;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gatehouse.vault.Randomness;

/** What happens to happen. */
@Dependent
class Chance {
    private final Randomness randomness;

    @Inject
    Chance(Randomness randomness) {
        this.randomness = randomness;
    }

    /** A whole number from 0 to below this. */
    int below(int end) {
        return Math.floorMod(ByteBuffer.wrap(randomness.bytes(Integer.BYTES)).getInt(), end);
    }

    /** True in so many cases of a hundred. */
    boolean percent(int cases) {
        return below(100) < cases;
    }

    /** One of these. */
    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** So many random bytes. */
    byte[] bytes(int length) {
        return randomness.bytes(length);
    }

    /** A moment of this time from the first, more often one near its end, as in a place that grows. */
    Instant growing(Instant from, Duration time) {
        double part = Math.sqrt(below(1_000_000) / 1_000_000d);
        return from.plusMillis((long) (time.toMillis() * part));
    }

    /** A time between these. */
    Duration between(Duration least, Duration most) {
        return least.plusSeconds(below((int) (most.minus(least).toSeconds() + 1)));
    }
}
