package org.gatehouse.file;

/**
 * Reads from the bytes of a picture, as they come, how many pixels it says that it has: a few bytes may unfold into more than the memory of whoever looks at it.
 */
abstract sealed class PictureHeader {
    static final long MAX_PIXELS = 100_000_000;

    private boolean done;
    private boolean tooMany;

    /** What reads pictures of this type; of files that are none it says nothing. */
    static PictureHeader of(String type) {
        return switch (type) {
            case "image/png" -> new Png();
            case "image/jpeg" -> new Jpeg();
            default -> new None();
        };
    }

    /**
     * Reads on.
     *
     * @return whether there are too many pixels
     */
    final boolean hasTooMany(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length && !done; i++) next(Byte.toUnsignedInt(bytes[i]));
        return tooMany;
    }

    abstract void next(int value);

    final void size(long width, long height) {
        tooMany = tooMany || (height > 0 && width > MAX_PIXELS / height);
    }

    final void end() {
        done = true;
    }

    private static final class None extends PictureHeader {
        @Override
        void next(int value) {
            end();
        }
    }

    /** PNG, third edition, section 11.2.1: the chunk IHDR comes first. */
    private static final class Png extends PictureHeader {
        private static final int WIDTH = 16;
        private static final int HEIGHT = 20;
        private static final int END = 24;

        private int at;
        private long width;
        private long height;

        @Override
        void next(int value) {
            if (at >= WIDTH && at < HEIGHT) width = width << 8 | value;
            if (at >= HEIGHT) height = height << 8 | value;
            if (++at < END) return;
            size(width, height);
            end();
        }
    }

    /** ITU-T T.81 sections B.1 and B.2: segments, of which that of the frame has the size and comes before the scan. */
    private static final class Jpeg extends PictureHeader {
        private static final int MARKER = 0xff;
        private static final int SCAN = 0xda;

        /** A frame may leave its height to a segment behind its first scan: it has as many lines as it can. */
        private static final int MOST_LINES = 65_535;

        /** How many bytes of a frame's segment say its size, its length included. */
        private static final int FRAME = 7;

        private int marker;
        private int at;
        private int length;
        private long frame;
        private boolean inside;

        @Override
        void next(int value) {
            if (inside) segment(value);
            else if (marker == MARKER) begin(value);
            else marker = value;
        }

        private void begin(int value) {
            marker = value;
            if (value == SCAN) end();
            boolean alone = value <= 0x01 || (value >= 0xd0 && value <= 0xd9) || value == MARKER;
            inside = !alone;
            at = 0;
            length = 0;
            frame = 0;
        }

        private void segment(int value) {
            if (at < 2) length = length << 8 | value;
            else if (at < FRAME) frame = frame << 8 | value;
            at++;
            if (at == FRAME && isFrame()) size(frame & 0xffff, lines());
            inside = at < 2 || at < length;
        }

        private boolean isFrame() {
            return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        }

        private long lines() {
            long lines = frame >> 16 & 0xffff;
            return lines == 0 ? MOST_LINES : lines;
        }
    }
}
