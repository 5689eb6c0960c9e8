package org.gatehouse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.vault.GivenKeys;
import org.junit.jupiter.api.Test;

class TokenSettingsTest {
    private static final String LIFETIME = "gatehouse.token.key-lifetime";
    private static final String LEAD = "gatehouse.token.key-lead";

    @Test
    void theDefaultsAreNinetyDaysAndOneDay() throws IOException {
        Properties defaults = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/META-INF/microprofile-config.properties"))) {
            defaults.load(reader);
        }
        Map<String, String> values = new HashMap<>();
        defaults.stringPropertyNames().forEach(name -> values.put(name, defaults.getProperty(name)));
        TokenSettings settings = TokenSettings.read(GivenKeys.of(values));
        assertEquals(new TokenSettings(Duration.ofDays(90), Duration.ofDays(1)), settings);
    }

    @Test
    void aLeadShorterThanTheLongestCacheIsRefused() {
        assertRefused(LEAD, Map.of(LIFETIME, "P90D", LEAD, "PT89M"));
        assertEquals(
                Duration.ofMinutes(90),
                TokenSettings.read(GivenKeys.of(Map.of(LIFETIME, "P90D", LEAD, "PT90M")))
                        .keyLead());
    }

    @Test
    void aLifetimeThatALeadCouldReachIsRefused() {
        assertRefused(LIFETIME, Map.of(LIFETIME, "P6D", LEAD, "P6D"));
        assertRefused(LEAD, Map.of(LIFETIME, "P7D", LEAD, "P7D"));
    }

    private static void assertRefused(String key, Map<String, String> values) {
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> TokenSettings.read(GivenKeys.of(values)));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith(key + ": "), wrong.getMessage());
    }
}
