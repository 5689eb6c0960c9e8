package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Contents in the database, in pieces of {@value #PIECE} bytes: one piece is in memory at a time. */
@Dependent
class DatabaseContents implements FileContents {
    static final int PIECE = 256 * 1024;

    private final Pieces pieces;

    @Inject
    DatabaseContents(Pieces pieces) {
        this.pieces = pieces;
    }

    @Override
    public void write(String id, Writer writer) throws IOException {
        Cutting cutting = new Cutting(id);
        writer.writeTo(cutting);
        cutting.store();
    }

    @Override
    public InputStream read(String id) {
        return new Joined(id);
    }

    @Override
    public void erase(String id) {
        boolean more = true;
        while (more) more = pieces.remove(id);
    }

    /** Stores each piece when it is full. */
    private final class Cutting extends OutputStream {
        private final String id;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private int number;

        Cutting(String id) {
            this.id = id;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            int done = 0;
            while (done < length) {
                int some = Math.min(length - done, PIECE - filled);
                System.arraycopy(bytes, from + done, piece, filled, some);
                filled += some;
                done += some;
                if (filled == PIECE) store();
            }
        }

        void store() {
            if (filled == 0) return;
            pieces.add(id, number++, Arrays.copyOf(piece, filled));
            filled = 0;
        }
    }

    /** Fetches each piece when the one before it is used up. */
    private final class Joined extends InputStream {
        private final String id;
        private InputStream piece = InputStream.nullInputStream();
        private int number;

        Joined(String id) {
            this.id = id;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) return 0;
            int read = piece.read(into, from, length);
            while (read < 0) {
                Optional<byte[]> next = pieces.find(id, number++);
                if (next.isEmpty()) return -1;
                piece = new ByteArrayInputStream(next.get());
                read = piece.read(into, from, length);
            }
            return read;
        }
    }
}
