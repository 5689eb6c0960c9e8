package org.gatehouse.ops;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets work be done as if it were earlier. A world that is made up for trying things out has a past, and it is to be made by the same code as everything else; nothing
 * else may ask for this.
 */
public final class Past {
    private static final ThreadLocal<Optional<Instant>> THEN = ThreadLocal.withInitial(Optional::empty);

    private Past() {}

    /** Does something on this thread as if it were then. */
    public static <T> T at(Instant then, Supplier<T> work) {
        Optional<Instant> before = THEN.get();
        THEN.set(Optional.of(then));
        try {
            return work.get();
        } finally {
            before.ifPresentOrElse(instant -> THEN.set(before), THEN::remove);
        }
    }

    /** A clock that goes as this one, but for such work. */
    static Clock over(Clock clock) {
        return new PastClock(clock);
    }

    private static final class PastClock extends Clock {
        private final Clock now;

        PastClock(Clock now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return THEN.get().orElseGet(now::instant);
        }

        @Override
        public ZoneId getZone() {
            return now.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new PastClock(now.withZone(zone));
        }
    }
}
