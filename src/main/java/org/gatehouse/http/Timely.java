package org.gatehouse.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A body that has so long to arrive and no longer: a server alone waits for a sender who never stops, and a thread with it. */
public final class Timely extends FilterInputStream {
    /** How long a body may take that is read into memory. */
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private final long begin;
    private final long most;

    Timely(InputStream body, Duration most, LongSupplier nanos) {
        super(body);
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.most = most.toNanos();
    }

    /** A body that has this long from now on. */
    static InputStream within(Duration most, InputStream body) {
        return new Timely(body, most, System::nanoTime);
    }

    /**
     * The beginning of a body, or all of it.
     *
     * @param most how much is read, in bytes
     * @throws IOException if it breaks off, or takes more than 10 seconds
     */
    public static byte[] read(InputStream body, int most) throws IOException {
        return within(SHORT, body).readNBytes(most);
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        check();
        return super.read(into, from, length);
    }

    private void check() throws IOException {
        if (nanos.getAsLong() - begin > most) throw new IOException("the body takes too long");
    }
}
