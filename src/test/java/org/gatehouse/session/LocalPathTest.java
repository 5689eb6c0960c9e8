package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @Test
    void theHomePageIsALocalPath() {
        assertEquals("/", LocalPath.HOME.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/account", "/oauth2/authorize?client_id=a&redirect_uri=https%3A%2F%2Fb"})
    void takesAddressesOfOurs(String text) {
        assertTrue(LocalPath.parse(text).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/a b",
                "/a\r\nX: y",
                "/a\""
            })
    void takesNoAddressOfAnotherSite(String text) {
        assertFalse(LocalPath.parse(text).isPresent());
    }
}
