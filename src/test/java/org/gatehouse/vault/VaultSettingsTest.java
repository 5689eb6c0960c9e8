package org.gatehouse.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.gatehouse.config.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultSettingsTest {
    private static final String KEY = "gatehouse.master-key";
    private static final String FILE = "gatehouse.master-key-file";
    private static final byte[] BYTES = new Randomness().bytes(32);
    private static final String BASE64 = Base64.getEncoder().encodeToString(BYTES);

    private final Path folder;

    VaultSettingsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void takesTheKeyFromTheConfiguration() {
        assertArrayEquals(BYTES, read(Map.of(KEY, BASE64)).masterKey().getEncoded());
    }

    @Test
    void takesTheKeyFromAFileThatEndsWithALine() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), BASE64 + "\n");
        assertArrayEquals(BYTES, read(Map.of(FILE, file.toString())).masterKey().getEncoded());
    }

    @Test
    void refusesToStartWithoutAKeyAndNamesBothWays() {
        String sentence = refusal(Map.of());
        assertTrue(sentence.startsWith(KEY + ": "), sentence);
        assertTrue(sentence.contains(FILE), sentence);
    }

    @Test
    void refusesAKeyThatIsGivenTwice() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), BASE64);
        String sentence = refusal(Map.of(KEY, BASE64, FILE, file.toString()));
        assertTrue(sentence.contains(KEY + ": ") && sentence.contains(FILE), sentence);
    }

    @Test
    void refusesAKeyOfAnotherLengthAndDoesNotShowIt() {
        String sixteen = Base64.getEncoder().encodeToString(new Randomness().bytes(16));
        String sentence = refusal(Map.of(KEY, sixteen));
        assertEquals(KEY + ": must be 32 bytes in base64, and is 16", sentence);
    }

    @Test
    void refusesWhatIsNotBase64AndDoesNotShowIt() {
        String sentence = refusal(Map.of(KEY, "correct horse battery staple"));
        assertEquals(KEY + ": must be base64", sentence);
    }

    @Test
    void namesTheFilesKeyWhenTheFileIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "correct horse");
        assertEquals(FILE + ": must be base64", refusal(Map.of(FILE, file.toString())));
        assertTrue(refusal(Map.of(FILE, folder.toString())).startsWith(FILE + ": "));
        assertTrue(refusal(Map.of(FILE, folder.resolve("none").toString())).startsWith(FILE + ": "));
    }

    @Test
    void takesTheKeyThatWasOrTheOneThatWillBeAndNeverBoth() throws IOException {
        String other = Base64.getEncoder().encodeToString(new Randomness().bytes(32));
        assertTrue(read(Map.of(KEY, BASE64)).before().isEmpty());
        assertTrue(read(Map.of(KEY, BASE64, KEY + "-before", other)).before().isPresent());
        Path file = Files.writeString(folder.resolve("next"), other);
        assertTrue(read(Map.of(KEY, BASE64, KEY + "-next-file", file.toString()))
                .next()
                .isPresent());
        assertEquals(
                KEY + "-next: has a value, and so has " + KEY + "-before",
                refusal(Map.of(KEY, BASE64, KEY + "-before", other, KEY + "-next", other)));
    }

    @Test
    void refusesAnotherKeyThatIsTheSame() {
        for (String name : new String[] {KEY + "-before", KEY + "-next"}) {
            assertEquals(name + ": is the same as " + KEY, refusal(Map.of(KEY, BASE64, name, BASE64)));
        }
    }

    @Test
    void neverWritesTheKeyIntoALog() {
        assertFalse(read(Map.of(KEY, BASE64)).toString().contains(BASE64));
        assertEquals("master key", read(Map.of(KEY, BASE64)).toString());
    }

    private static VaultSettings read(Map<String, String> values) {
        return VaultSettings.read(GivenKeys.of(values));
    }

    private static String refusal(Map<String, String> values) {
        return String.valueOf(
                assertThrows(WrongSetting.class, () -> read(values)).getMessage());
    }
}
