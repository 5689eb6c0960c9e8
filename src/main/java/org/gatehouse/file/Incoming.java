package org.gatehouse.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import org.gatehouse.http.Multipart;
import org.jspecify.annotations.Nullable;

/** A file on its way here. Its faults are told apart from those of the store that it goes to. */
final class Incoming extends FilterInputStream {
    private final BooleanSupplier late;
    private long most = Long.MAX_VALUE;
    private PictureHeader picture = PictureHeader.of("");
    private long count;

    /** @param late whether it has taken too long */
    Incoming(InputStream content, BooleanSupplier late) {
        super(content);
        this.late = late;
    }

    /** It may be so long and no longer, in bytes. */
    void limit(long most) {
        this.most = most;
    }

    /** What comes from now on goes on with this picture. */
    void watch(PictureHeader begun) {
        this.picture = begun;
    }

    /** How long it was until now, in bytes. */
    long count() {
        return count;
    }

    /** Whether it was longer than this until now, in bytes. */
    boolean isOver(long bytes) {
        return count > bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = next(into, from, length);
        if (read > 0) count += read;
        if (isOver(most)) throw new TooLong();
        if (picture.hasTooMany(into, from, read)) throw new TooManyPixels();
        return read;
    }

    private int next(byte[] into, int from, int length) throws IOException {
        if (late.getAsBoolean()) throw new BrokenOff(null);
        try {
            return super.read(into, from, length);
        } catch (Multipart.TooLarge e) {
            throw new TooLong();
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    /** It, or the form that it is in, is longer than it may get. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** It is a picture that says that it has too many. */
    static final class TooManyPixels extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** It ended before it was whole. */
    static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenOff(@Nullable IOException cause) {
            super(cause);
        }
    }
}
