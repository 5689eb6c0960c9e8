package org.gatehouse.selfkey;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "meta=%7B%7D", "a=b&meta=%7B%22templateId%22%3A%221%22%7D", "metal=1"})
    void noneOrOneJsonObjectCanBeRead(String query) {
        assertTrue(Meta.readable(query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"meta=", "meta=%5B%5D", "meta=%7B", "meta=%", "meta=%zz", "meta=1", "meta=%7B%7D&meta=%7B%7D"})
    void everythingElseCannot(String query) {
        assertFalse(Meta.readable(query));
    }

    @Test
    void ofCharactersThereMayBe4000() {
        assertTrue(Meta.readable("meta=%7B%22a%22%3A%22" + "x".repeat(4_000 - 8) + "%22%7D"));
        assertFalse(Meta.readable("meta=%7B%22a%22%3A%22" + "x".repeat(4_000 - 7) + "%22%7D"));
        assertTrue(Meta.readable(null));
    }
}
