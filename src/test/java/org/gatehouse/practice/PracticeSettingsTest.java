package org.gatehouse.practice;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.vault.GivenKeys;
import org.junit.jupiter.api.Test;

class PracticeSettingsTest {
    @Test
    void peopleMayPractiseOnTheirOwnMachine() {
        assertTrue(read("true", "http://localhost:8080").on());
    }

    @Test
    void nobodyPractisesWhereOthersCanReachIt() {
        WrongSetting refusal = assertThrows(WrongSetting.class, () -> read("true", "https://gate.example"));
        assertTrue(String.valueOf(refusal.getMessage()).contains(PracticeSettings.KEY));
    }

    @Test
    void theSwitchMayStandAnywhereWhileItIsOff() {
        assertFalse(read("false", "https://gate.example").on());
    }

    @Test
    void aMisspeltSwitchIsNotOff() {
        assertThrows(WrongSetting.class, () -> read("yes", "http://localhost:8080"));
    }

    private static PracticeSettings read(String value, String publicUrl) {
        return PracticeSettings.read(
                GivenKeys.of(Map.of(PracticeSettings.KEY, value)), new PublicUrl(URI.create(publicUrl)));
    }
}
