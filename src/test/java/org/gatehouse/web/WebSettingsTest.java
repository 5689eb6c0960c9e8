package org.gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.gatehouse.config.Defaults;
import org.gatehouse.config.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSettingsTest {
    private static final Set<String> KNOWN = Set.of("idena", "selfkey");

    private static Set<String> wallets(String value) {
        return WebSettings.read(Defaults.with(Map.of("gatehouse.signin.wallets", value)), KNOWN)
                .wallets();
    }

    @Test
    void allWalletsAreOfferedUnlessTheAdministratorLeavesOneOut() {
        assertEquals(KNOWN, WebSettings.read(Defaults.keys(), KNOWN).wallets());
        assertEquals(Set.of("idena"), wallets("idena"));
        assertEquals(KNOWN, wallets("selfkey , idena"));
        assertEquals(Set.of("idena"), wallets("idena,idena"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "metamask", "idena,", "Idena", "idena selfkey"})
    void aNameThatNoWalletHasStopsTheStart(String value) {
        assertThrows(WrongSetting.class, () -> wallets(value));
    }
}
