package org.gatehouse.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    private static final String QUOTA = "gatehouse.file.quota";

    @TempDir
    Path directory;

    @Test
    void filesAreInTheDatabaseOrInADirectory() {
        assertEquals(new FileSettings(FileStore.DATABASE, Optional.empty(), 500_000_000), read(Map.of()));
        assertEquals(
                new FileSettings(FileStore.DIRECTORY, Optional.of(directory), 500_000_000),
                read(Map.of(STORE, "directory", DIRECTORY, directory.toString())));
        assertEquals(
                Optional.of(directory),
                read(Map.of(DIRECTORY, directory.toString())).directory(),
                "for those that went there before");
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertRefused(DIRECTORY, Map.of(STORE, "directory"));
        assertRefused(STORE, Map.of(STORE, "DATABASE"));
        assertRefused(STORE, Map.of(STORE, "disk"));
        for (String wrong :
                new String[] {"relative", directory.resolve("absent").toString(), "\0"})
            assertRefused(DIRECTORY, Map.of(DIRECTORY, wrong));
        for (String wrong : new String[] {"49999999", "2000000001", "1e9"}) assertRefused(QUOTA, Map.of(QUOTA, wrong));
    }

    private static void assertRefused(String key, Map<String, String> values) {
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> read(values));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith(key + ": "), wrong.getMessage());
    }

    private static FileSettings read(Map<String, String> given) {
        Map<String, String> values = new HashMap<>(Map.of(STORE, "database", QUOTA, "500000000"));
        values.putAll(given);
        return FileSettings.read(GivenKeys.of(values));
    }
}
