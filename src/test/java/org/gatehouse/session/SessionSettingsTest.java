package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.gatehouse.config.Defaults;
import org.gatehouse.config.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionSettingsTest {
    @Test
    void theDeliveredTimesAreFiveMinutesTwelveHoursAndOne() {
        assertEquals(
                new SessionSettings(Duration.ofMinutes(5), Duration.ofHours(12), Duration.ofHours(1)),
                SessionSettings.read(Defaults.keys()));
    }

    @ParameterizedTest
    @CsvSource({
        "gatehouse.signin.lifetime, PT59S",
        "gatehouse.signin.lifetime, PT15M1S",
        "gatehouse.session.lifetime, PT4M59S",
        "gatehouse.session.lifetime, P7DT1S",
        "gatehouse.session.idle, PT59S",
        "gatehouse.session.idle, P1DT1S"
    })
    void aTimeOutOfItsBoundsIsRefusedByName(String key, String value) {
        WrongSetting wrong =
                assertThrows(WrongSetting.class, () -> SessionSettings.read(Defaults.with(Map.of(key, value))));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith(key + ": "), wrong.getMessage());
    }

    @Test
    void aSessionCannotIdleLongerThanItLives() {
        Map<String, String> times = Map.of("gatehouse.session.lifetime", "PT30M", "gatehouse.session.idle", "PT31M");
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> SessionSettings.read(Defaults.with(times)));
        assertEquals("gatehouse.session.idle: must not be longer than gatehouse.session.lifetime", wrong.getMessage());
    }
}
