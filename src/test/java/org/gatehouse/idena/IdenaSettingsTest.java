package org.gatehouse.idena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.gatehouse.config.Defaults;
import org.gatehouse.config.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdenaSettingsTest {
    @Test
    void theDeliveredOnesAreThese() {
        assertEquals(
                new IdenaSettings(
                        URI.create("https://app.idena.io/dna/signin"),
                        Duration.ofMinutes(2),
                        10,
                        true,
                        Duration.ofHours(1)),
                IdenaSettings.read(Defaults.keys()));
    }

    @ParameterizedTest
    @CsvSource({
        "gatehouse.idena.web-app, dna://signin/v1",
        "gatehouse.idena.nonce-lifetime, PT29S",
        "gatehouse.idena.nonce-lifetime, PT10M1S",
        "gatehouse.idena.nonces-per-token, 0",
        "gatehouse.idena.nonces-per-token, 101",
        "gatehouse.idena.client-tokens, no",
        "gatehouse.idena.client-token-lifetime, PT59S",
        "gatehouse.idena.client-token-lifetime, P1DT1S"
    })
    void aWrongOneIsRefusedByName(String key, String value) {
        WrongSetting wrong =
                assertThrows(WrongSetting.class, () -> IdenaSettings.read(Defaults.with(Map.of(key, value))));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith(key + ": "), wrong.getMessage());
    }
}
