package org.gatehouse.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.vault.GivenKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSettingsTest {
    private static final String STORE = "gatehouse.file.store";
    private static final String DIRECTORY = "gatehouse.file.directory";
    private static final String SCANNER = "gatehouse.file.scanner";
    private static final String QUOTA = "gatehouse.file.quota";

    @TempDir
    Path directory;

    @Test
    void filesAreInTheDatabaseOrInADirectory() {
        for (FileStore store : FileStore.values())
            assertEquals(
                    new FileSettings(store, directory, 500_000_000, Optional.empty()),
                    read(Map.of(STORE, store.text(), DIRECTORY, directory.toString())));
    }

    @Test
    void theDirectoryIsATemporaryOneIfNoneIsNamed() {
        Path temporary = read(Map.of()).directory();
        assertEquals(Path.of(System.getProperty("java.io.tmpdir"), "gatehouse-files"), temporary);
        assertTrue(Files.isDirectory(temporary));
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertRefused(STORE, Map.of(STORE, "DATABASE"));
        assertRefused(STORE, Map.of(STORE, "disk"));
        for (String wrong :
                new String[] {"relative", directory.resolve("absent").toString(), "\0"})
            assertRefused(DIRECTORY, Map.of(DIRECTORY, wrong));
        for (String wrong : new String[] {"49999999", "2000000001", "1e9"}) assertRefused(QUOTA, Map.of(QUOTA, wrong));
    }

    @Test
    void theScannerIsAHostAndAPort() {
        for (String host : new String[] {"localhost", "clamd.example.org", "10.0.0.1", "[::1]"})
            assertEquals(
                    Optional.of(InetSocketAddress.createUnresolved(host, 3310)),
                    read(Map.of(SCANNER, host + ":3310")).scanner());
        assertEquals(Optional.empty(), read(Map.of(SCANNER, " ")).scanner());
        for (String wrong : new String[] {
            "localhost", "3310", ":3310", "a:0", "a:65536", "a:b", "u@a:3310", "a:3310/", "tcp://a:3310", "a b:3310"
        }) assertRefused(SCANNER, Map.of(SCANNER, wrong));
    }

    private static void assertRefused(String key, Map<String, String> values) {
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> read(values));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith(key + ": "), wrong.getMessage());
    }

    private static FileSettings read(Map<String, String> given) {
        Map<String, String> values =
                new HashMap<>(Map.of(STORE, "directory", "gatehouse.db.url", "jdbc:h2:mem:a", QUOTA, "500000000"));
        values.putAll(given);
        return FileSettings.read(GivenKeys.of(values));
    }
}
