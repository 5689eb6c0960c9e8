package org.gatehouse.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.util.Arrays;
import org.gatehouse.file.Storing.Reason;
import org.junit.jupiter.api.Test;

/** How many pixels a picture says that it has. */
class PictureHeaderTest extends FilesSystem {
    private static final String SOI = "ffd8";

    @Test
    void aPngMayHaveAHundredMegapixels() {
        for (int[] size : new int[][] {{1, 1}, {10_000, 10_000}, {100_000_000, 1}, {1, 100_000_000}})
            assertFalse(png(size[0], size[1]), size[0] + " x " + size[1]);
        for (int[] size : new int[][] {{10_001, 10_000}, {-1, -1}, {100_000_001, 1}, {65_536, 65_536}, {1, -1}})
            assertTrue(png(size[0], size[1]), size[0] + " x " + size[1]);
    }

    @Test
    void aJpegMayHaveAHundredMegapixels() {
        assertFalse(jpeg(SOI + frame("c0", 10_000, 10_000)));
        assertTrue(jpeg(SOI + frame("c0", 10_001, 10_000)));
        for (String marker : List.of("c1", "c2", "c3", "c5", "c9", "cf"))
            assertTrue(jpeg(SOI + frame(marker, 60_000, 60_000)), marker);
        for (String marker : List.of("c4", "c8", "cc", "e0", "fe"))
            assertFalse(jpeg(SOI + frame(marker, 60_000, 60_000)), marker);
        assertTrue(jpeg(SOI + frame("c2", 0, 60_000)), "a height that comes later");
    }

    @Test
    void theFrameOfAJpegIsFoundBehindOtherSegments() {
        String segment = "ffe1fffe" + "ffc0".repeat(32_766);
        String many = segment.repeat(20);
        assertTrue(jpeg(SOI + many + frame("c2", 60_000, 60_000)));
        assertFalse(jpeg(SOI + many + frame("c2", 6_000, 6_000)));
        assertTrue(jpeg(SOI + "ffffff00" + "ffe00002" + "ffdb0003aa" + frame("c0", 60_000, 60_000)));
        assertFalse(jpeg(SOI + frame("c0", 60, 60) + "ffda" + frame("c0", 60_000, 60_000)), "behind the scan");
    }

    @Test
    void nothingIsReadFromOtherFiles() {
        byte[] pdf = Arrays.concatenate(
                "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII), bytes(60_000, 60_000));
        assertFalse(PictureHeader.of("application/pdf").hasTooMany(pdf, 0, pdf.length));
    }

    @Test
    void aPictureWithTooManyPixelsIsNotStored() {
        byte[] png = Arrays.concatenate(java.util.Arrays.copyOf(PNG, 16), bytes(50_000, 50_000), new byte[9]);
        assertEquals(Reason.TOO_MANY_PIXELS, refused(FileStore.DATABASE, new ByteArrayInputStream(png)));
        assertEquals(List.of(), rows());
        byte[] jpeg = HexFormat.of()
                .parseHex(SOI + ("ffe1fffe" + "00".repeat(65_532)).repeat(3) + frame("c2", 60_000, 60_000));
        assertEquals(Reason.TOO_MANY_PIXELS, refused(FileStore.DATABASE, new ByteArrayInputStream(jpeg)));
        assertEquals(List.of(), database.texts("select f.keySealed from FileRow f where f.keySealed is not null"));
    }

    private static boolean png(int width, int height) {
        return tooMany("image/png", Arrays.concatenate(java.util.Arrays.copyOf(PNG, 16), bytes(width, height)));
    }

    private static boolean jpeg(String hex) {
        return tooMany("image/jpeg", HexFormat.of().parseHex(hex));
    }

    /** The same whether the bytes come at once or one by one. */
    private static boolean tooMany(String type, byte[] bytes) {
        boolean atOnce = PictureHeader.of(type).hasTooMany(bytes, 0, bytes.length);
        PictureHeader header = PictureHeader.of(type);
        boolean oneByOne = false;
        for (int i = 0; i < bytes.length; i++) oneByOne = header.hasTooMany(bytes, i, 1);
        assertEquals(atOnce, oneByOne);
        return atOnce;
    }

    private static String frame(String marker, int height, int width) {
        return "ff" + marker + "001108" + HexFormat.of().toHexDigits((short) height)
                + HexFormat.of().toHexDigits((short) width) + "03" + "00".repeat(9);
    }

    private static byte[] bytes(int width, int height) {
        return ByteBuffer.allocate(8).putInt(width).putInt(height).array();
    }
}
