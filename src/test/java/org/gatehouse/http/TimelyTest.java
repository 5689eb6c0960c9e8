package org.gatehouse.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimelyTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);

    @Test
    void aBodyThatTricklesIsGivenUp() throws IOException {
        assertEquals(2, body().readNBytes(2).length);
        assertThrows(IOException.class, () -> body().readNBytes(4));
        InputStream single = body();
        for (int i = 0; i < 3; i++) assertEquals(7, single.read());
        assertThrows(IOException.class, single::read);
    }

    /** A byte each five seconds, for ever, and twelve seconds for them. */
    private InputStream body() {
        InputStream trickle = new InputStream() {
            @Override
            public int read() {
                nanos.addAndGet(Duration.ofSeconds(5).toNanos());
                return 7;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (length == 0) return 0;
                into[from] = (byte) read();
                return 1;
            }
        };
        return new Timely(trickle, Duration.ofSeconds(12), nanos::get);
    }
}
