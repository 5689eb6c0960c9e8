package org.gatehouse.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=xyz";

    @Test
    void partsComeInTheirOrderWithNamesAsTheyWereSent() throws IOException {
        Multipart form =
                read(TYPE, part("$document-1", "päss.png", "one") + part("attributes", null, "[]") + "--xyz--\r\n");
        Multipart.Part first = form.next().orElseThrow();
        assertEquals("$document-1", first.name());
        assertEquals(Optional.of("päss.png"), first.fileName());
        assertEquals("one", text(first));
        Multipart.Part second = form.next().orElseThrow();
        assertEquals("attributes", second.name());
        assertEquals(Optional.empty(), second.fileName());
        assertEquals("[]", text(second));
        assertEquals(Optional.empty(), form.next());
    }

    @Test
    void whatIsNotReadIsSkipped() throws IOException {
        assertEquals(
                List.of("a", "b"), names(TYPE, part("a", null, "x".repeat(50_000)) + part("b", null, "y") + "--xyz--"));
    }

    @Test
    void aBoundaryMayBeQuotedAndContentMayLookLikeOne() throws IOException {
        String content = "\r\n--xy\r\n--\r\n-xyz\0";
        Multipart form =
                read("Multipart/Form-Data; charset=bogus; boundary=\"xyz\"", part("a", "b", content) + "--xyz--");
        assertEquals(content, text(form.next().orElseThrow()));
    }

    @Test
    void contentArrivesByteByByteAsWell() throws IOException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) all[i] = (byte) i;
        String body = part("a", "b", new String(all, StandardCharsets.ISO_8859_1)) + "--xyz--";
        Multipart form = new Multipart(TYPE, -1, bytes(body, StandardCharsets.ISO_8859_1), 100_000, 10);
        InputStream content = form.next().orElseThrow().content();
        for (byte expected : all) assertEquals(Byte.toUnsignedInt(expected), content.read());
        assertEquals(-1, content.read());
    }

    @Test
    void whatIsNoFormIsRefused() {
        for (String type : Arrays.asList(
                null,
                "",
                "application/json",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data;boundary"))
            assertThrows(Multipart.Malformed.class, () -> names(type, part("a", null, "b") + "--xyz--"), type);
    }

    /** What is no boundary yet is what may come before the first one, and a boundary alone may be the last. */
    @Test
    void aPartThatEndsBeforeItsEndIsRefused() {
        String whole = part("a", "b", "content");
        for (int end = "--xyz\r\n".length(); end < whole.length(); end++) {
            String begun = whole.substring(0, end);
            assertThrows(Multipart.Malformed.class, () -> names(TYPE, begun), begun);
        }
    }

    @Test
    void headersThatDoNotEndAreRefused() {
        String tooLong = "X: " + "y".repeat(4_096);
        assertThrows(Multipart.TooLarge.class, () -> names(TYPE, headed(tooLong)));
        String endless = "--xyz\r\nContent-Disposition: form-data; name=\"a\"; filename=\"" + "b".repeat(1_000_000);
        assertThrows(IOException.class, () -> names(TYPE, endless));
        assertThrows(IOException.class, () -> names(TYPE, "--xyz\r\n" + "X: y\r\n".repeat(100_000)));
    }

    @Test
    void headersOfNoSenseAreRefused() {
        for (String header : List.of("Content-Disposition: form-data; name=\"a\"; filename=\"b\0.exe\""))
            assertThrows(Multipart.Malformed.class, () -> names(TYPE, headed(header)), header);
    }

    @Test
    void aPartWithoutANameIsRefused() {
        for (String header : List.of(
                "Content-Type: text/plain",
                "Content-Disposition form-data",
                ": ",
                "Content-Disposition: form-data",
                "Content-Disposition: attachment; filename=x",
                "Content-Disposition: form-data; filename*=bogus'en'%zz")) {
            assertThrows(Multipart.Malformed.class, () -> names(TYPE, headed(header)), header);
        }
    }

    @Test
    void partsWithinAPartCountAsPartsOfItsName() throws IOException {
        String head = "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: multipart/mixed; boundary=";
        String within = "--abc\r\nContent-Disposition: attachment; filename=\"1\"\r\n\r\none\r\n";
        String nested = head + "abc\r\n\r\n" + within + within + "--abc--\r\n--xyz--\r\n";
        assertEquals(List.of("a", "a"), names(TYPE, nested));
    }

    @Test
    void thereAreSoManyPartsAndNoMore() throws IOException {
        String body = part("a", null, "b").repeat(10);
        assertEquals(10, names(TYPE, body + "--xyz--").size());
        assertThrows(Multipart.TooLarge.class, () -> names(TYPE, body + part("a", null, "b") + "--xyz--"));
    }

    @Test
    void aBodyIsSoLongAndNoLonger() {
        String body = part("a", null, "b".repeat(200_000)) + "--xyz--";
        assertThrows(Multipart.TooLarge.class, () -> names(TYPE, body));
        assertThrows(
                Multipart.TooLarge.class,
                () -> read(TYPE, body).next().orElseThrow().content().readAllBytes());
        assertThrows(Multipart.TooLarge.class, () -> names(TYPE, "preamble ".repeat(100_000)));
    }

    @Test
    void whatSaysThatItIsTooLongIsNotBegun() throws IOException {
        InputStream closed = bytes("", StandardCharsets.UTF_8);
        assertThrows(Multipart.TooLarge.class, () -> new Multipart(TYPE, 150_001, closed, 150_000, 10));
        String body = part("a", null, "b") + "--xyz--";
        assertEquals(
                List.of("a"), names(new Multipart(TYPE, 150_000, bytes(body, StandardCharsets.UTF_8), 150_000, 10)));
    }

    /** However large the contents are: what nobody reads is work all the same. */
    @Test
    void aroundTheContentsIsSoMuchAndNoMore() throws IOException {
        String content = part("a", null, "x".repeat(100_000));
        String half = "y".repeat(Multipart.FRAME_BYTES / 2);
        Multipart fits = read(TYPE, half + "\r\n" + content + "--xyz--" + half.substring(5_000));
        assertEquals(100_000, fits.next().orElseThrow().content().readAllBytes().length);
        assertTrue(fits.next().isEmpty());
        assertThrows(
                Multipart.TooLarge.class, () -> names(TYPE, half + half + "\r\n" + part("a", null, "b") + "--xyz--"));
        assertThrows(Multipart.TooLarge.class, () -> names(TYPE, content + "--xyz--"));
        String head =
                "--xyz\r\nContent-Disposition: form-data; name=a\r\nContent-Type: multipart/mixed; boundary=abc\r\n\r\n";
        assertThrows(
                Multipart.TooLarge.class,
                () -> names(TYPE, head + "--abc\r\nX: y\r\n\r\n\r\n".repeat(5_000) + "--abc--\r\n--xyz--"));
    }

    @Test
    void aFieldIsSoLongAndNoLonger() throws IOException {
        String body = part("a", null, "four") + "--xyz--";
        assertArrayEquals(
                "four".getBytes(StandardCharsets.UTF_8),
                read(TYPE, body).next().orElseThrow().bytes(4));
        assertThrows(
                Multipart.TooLarge.class,
                () -> read(TYPE, body).next().orElseThrow().bytes(3));
    }

    /** Whatever stands in place of a byte, it is read or refused, and nothing else happens. */
    @Test
    void noByteUpsetsIt() {
        byte[] body = (part("a", "b", "c") + "--xyz--\r\n").getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int at = 0; at < body.length; at++) {
            for (int value : new int[] {0, '\r', '\n', '"', ';', 0x80, 0xff}) {
                byte[] changed = body.clone();
                changed[at] = (byte) value;
                try {
                    names(new Multipart(TYPE, -1, new ByteArrayInputStream(changed), 100_000, 10));
                } catch (IOException e) {
                    refused++;
                }
            }
        }
        assertTrue(refused > 0);
    }

    private static String headed(String header) {
        return "--xyz\r\n" + header + "\r\n\r\nb\r\n--xyz--\r\n";
    }

    private static String part(String name, @Nullable String file, String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (file == null ? "" : "; filename=\"" + file + "\"\r\nContent-Type: image/png") + "\r\n\r\n" + content
                + "\r\n";
    }

    private static Multipart read(@Nullable String type, String body) throws IOException {
        return new Multipart(type, -1, bytes(body, StandardCharsets.UTF_8), 150_000, 10);
    }

    private static InputStream bytes(String body, Charset charset) {
        return new ByteArrayInputStream(body.getBytes(charset));
    }

    private static List<String> names(@Nullable String type, String body) throws IOException {
        return names(read(type, body));
    }

    private static List<String> names(Multipart form) throws IOException {
        List<String> names = new ArrayList<>();
        for (Optional<Multipart.Part> part = form.next(); part.isPresent(); part = form.next())
            names.add(part.get().name());
        return names;
    }

    private static String text(Multipart.Part part) throws IOException {
        return new String(part.bytes(1_000), StandardCharsets.UTF_8);
    }
}
