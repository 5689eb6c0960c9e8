package org.gatehouse.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void aNameIsWhatAPersonCanSeeOfIt() {
        Map<String, String> names = Map.ofEntries(
                Map.entry("pass.png", "pass.png"),
                Map.entry("Mein Paß (2).PNG", "Mein Paß (2).PNG"),
                Map.entry("护照.png", "护照.png"),
                Map.entry("C:\\Users\\a\\pass.png", "pass.png"),
                Map.entry("/etc/../pass.png", "pass.png"),
                Map.entry("../../etc/passwd", "passwd.png"),
                Map.entry("a\r\nSet-Cookie: b=c\u0000.png", "aSet-Cookie: b=c.png"),
                Map.entry("a\u202egnp.exe", "agnp.exe.png"),
                Map.entry("a\u2028b\ud800", "ab.png"),
                Map.entry(" \t", "file.png"),
                Map.entry("", "file.png"),
                Map.entry("..", "file.png"),
                Map.entry("a/", "file.png"));
        names.forEach((sent, kept) -> assertEquals(kept, FileNames.clean(sent, "image/png"), sent));
    }

    @Test
    void aNameHasTwoHundredCharactersAtMostAllOfThemWhole() {
        assertEquals("a".repeat(196) + ".png", FileNames.clean("a".repeat(10_000), "image/png"));
        assertEquals("a".repeat(195) + ".png", FileNames.clean("a".repeat(195) + "😀", "image/png"));
        assertEquals("a".repeat(194) + "😀.png", FileNames.clean("a".repeat(194) + "😀😀", "image/png"));
    }

    @Test
    void aNameEndsAsItsTypeDoes() {
        assertEquals("a.html.png", FileNames.clean("a.html", "image/png"));
        assertEquals("a.JPEG", FileNames.clean("a.JPEG", "image/jpeg"));
        assertEquals("a.png.pdf", FileNames.clean("a.png", "application/pdf"));
        assertEquals("file.m4a", FileNames.clean("", "audio/mp4"));
    }
}
