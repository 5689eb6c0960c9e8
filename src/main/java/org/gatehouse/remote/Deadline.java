package org.gatehouse.remote;

import java.time.Duration;

/**
 * The moment until which an answer is waited for. It counts elapsed time and not the time of day, which may be set back while someone
 * waits.
 *
 * @param end a value of {@link System#nanoTime()}
 */
public record Deadline(long end) {
    /** After this time from now. */
    public static Deadline in(Duration wait) {
        return new Deadline(System.nanoTime() + wait.toNanos());
    }

    /** The nanoseconds that are left, zero if none are. */
    public long nanos() {
        return Math.max(0, end - System.nanoTime());
    }

    /** A deadline after half of the time that is left. */
    public Deadline half() {
        return new Deadline(end - nanos() / 2);
    }
}
