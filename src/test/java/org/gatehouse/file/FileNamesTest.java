package org.gatehouse.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void aNameIsWhatAPersonCanSeeOfIt() {
        Map<String, String> names = Map.ofEntries(
                Map.entry("pass.png", "pass.png"),
                Map.entry("Mein Paß (2).jpg", "Mein Paß (2).jpg"),
                Map.entry("护照.pdf", "护照.pdf"),
                Map.entry("C:\\Users\\a\\pass.png", "pass.png"),
                Map.entry("/etc/../pass.png", "pass.png"),
                Map.entry("../../etc/passwd", "passwd"),
                Map.entry("a\r\nSet-Cookie: b=c\u0000.png", "aSet-Cookie: b=c.png"),
                Map.entry("a\u202egnp.exe", "agnp.exe"),
                Map.entry("a\u2028b\ud800", "ab"),
                Map.entry(" \t", "file"),
                Map.entry("", "file"),
                Map.entry("..", "file"),
                Map.entry("a/", "file"));
        names.forEach((sent, kept) -> assertEquals(kept, FileNames.clean(sent), sent));
    }

    @Test
    void aNameHasTwoHundredCharactersAtMostAllOfThemWhole() {
        assertEquals("a".repeat(200), FileNames.clean("a".repeat(10_000)));
        assertEquals("a".repeat(199), FileNames.clean("a".repeat(199) + "😀"));
        assertEquals("a".repeat(198) + "😀", FileNames.clean("a".repeat(198) + "😀😀"));
    }
}
