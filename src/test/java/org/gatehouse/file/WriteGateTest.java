package org.gatehouse.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class WriteGateTest {
    private final WriteGate gate = new WriteGate();

    @Test
    void itIsOpenAgainBehindEachWrite() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream failing = gate.guard(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("full");
            }
        });
        for (int i = 0; i < 2 * WriteGate.AT_ONCE; i++) assertThrows(IOException.class, () -> failing.write(1));
        gate.guard(written).write(new byte[] {1, 2});
        assertArrayEquals(new byte[] {1, 2}, written.toByteArray());
    }

    @Test
    void oneMoreThanItLetsThroughIsTurnedAway() throws IOException {
        nested(WriteGate.AT_ONCE);
        assertThrows(WriteGate.Busy.class, () -> nested(WriteGate.AT_ONCE + 1));
    }

    /** So many writes, each within the one before. */
    private void nested(int writes) throws IOException {
        if (writes == 0) return;
        gate.guard(new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        nested(writes - 1);
                    }
                })
                .write(1);
    }
}
