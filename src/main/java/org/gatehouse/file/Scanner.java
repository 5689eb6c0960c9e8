package org.gatehouse.file;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.remote.Deadline;
import org.gatehouse.remote.Guard;

/** The virus scanner, where there is one. */
final class Scanner {
    private static final int AT_ONCE = 8;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** For the largest file there are {@link #SHORTEST} and 20 seconds more. */
    private static final int BYTES_PER_MILLI = 2_500;

    private final Optional<Clamd> clamd;
    private final Guard guard = new Guard(
            "The virus scanner",
            "Until this is over new files are held back: nobody can open them.",
            AT_ONCE,
            PAUSE,
            SHORTEST);

    Scanner(Optional<InetSocketAddress> address) {
        this.clamd = address.map(Clamd::new);
    }

    boolean isOn() {
        return clamd.isPresent();
    }

    /**
     * Has a content scanned, if there is a scanner, which there must be.
     *
     * @param bytes how long it is
     * @throws org.gatehouse.remote.NoAnswer if the scanner does not answer in time, or is not asked as it is down
     */
    Verdict scan(InputStream content, long bytes) {
        Duration wait = SHORTEST.plusMillis(bytes / BYTES_PER_MILLI);
        return guard.call(() -> clamd.orElseThrow().scan(content, Deadline.in(wait)));
    }
}
