package org.gatehouse.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets {@value #AT_ONCE} files at once write to their store; others wait a moment. It is closed behind each write, not behind a file, so that senders who take
 * their time keep nobody out.
 */
@ApplicationScoped
class WriteGate {
    static final int AT_ONCE = 4;

    private static final int PATIENCE_MILLIS = 2_000;

    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** A stream that writes to this one, and throws {@link Busy} where it has waited too long. */
    OutputStream guard(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                enter();
                try {
                    out.write(bytes, from, length);
                } finally {
                    free.release();
                }
            }
        };
    }

    private void enter() throws Busy {
        try {
            if (!free.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) throw new Busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    /** Too many write already. */
    static final class Busy extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
