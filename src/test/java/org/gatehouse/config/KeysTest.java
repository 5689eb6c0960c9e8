package org.gatehouse.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.vault.GivenKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    private static final String KEY = "gatehouse.some-key";

    private static Keys given(String value) {
        return GivenKeys.of(Map.of(KEY, value));
    }

    /** The sentence of the refusal, after checking that it names the key and does not show the value. */
    private static String refusal(String value, Function<Keys, Object> read) {
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> read.apply(given(value)));
        String message = String.valueOf(wrong.getMessage());
        assertTrue(message.startsWith(KEY + ": "), message);
        String sentence = message.substring(KEY.length() + 2);
        if (!value.isBlank()) assertFalse(sentence.contains(value.strip()), message);
        assertEquals(null, wrong.getCause(), "a cause would show the value");
        return sentence;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void aBlankValueIsNone(String blank) {
        assertEquals(Optional.empty(), given(blank).optional(KEY));
        assertEquals(Optional.empty(), given(blank).file(KEY));
        assertEquals("needs a value", refusal(blank, keys -> keys.text(KEY)));
        assertEquals("needs a value", refusal(blank, keys -> keys.flag(KEY)));
        assertEquals("needs a value", refusal(blank, keys -> keys.number(KEY, 1, 2)));
        assertEquals("needs a value", refusal(blank, keys -> keys.duration(KEY, Duration.ZERO, Duration.ofDays(1))));
        assertEquals("needs a value", refusal(blank, keys -> keys.url(KEY)));
    }

    @Test
    void anAbsentKeyIsLikeABlankOne() {
        Keys none = GivenKeys.of(Map.of());
        assertEquals(Optional.empty(), none.optional(KEY));
        assertEquals(Optional.empty(), none.file(KEY));
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> none.text(KEY));
        assertEquals(KEY + ": needs a value", wrong.getMessage());
    }

    @Test
    void blanksAroundAValueAreTakenAway() {
        assertEquals("a b", given("  a b\n").text(KEY));
        assertEquals(5, given(" 5 ").number(KEY, 1, 9));
    }

    @Test
    void aFlagIsTrueOrFalseInAnyLetterCase() {
        assertTrue(given("true").flag(KEY));
        assertTrue(given("TRUE").flag(KEY));
        assertFalse(given("False").flag(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "ture", "off", "0", "true,false"})
    void aMisspeltFlagDoesNotReadAsOff(String value) {
        assertEquals("must be true or false", refusal(value, keys -> keys.flag(KEY)));
    }

    @Test
    void aNumberMayBeEitherBound() {
        assertEquals(1, given("1").number(KEY, 1, 100));
        assertEquals(100, given("100").number(KEY, 1, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "91", "-7", "7.5", "7e1", "0x7", "seven", "99999999999", "7 8"})
    void anyOtherNumberIsRefusedWithItsBounds(String value) {
        assertEquals("must be a whole number from 7 to 90", refusal(value, keys -> keys.number(KEY, 7, 90)));
    }

    @Test
    void aDurationMayBeEitherBound() {
        Duration minute = Duration.ofMinutes(1);
        Duration day = Duration.ofDays(1);
        assertEquals(minute, given("PT60S").duration(KEY, minute, day));
        assertEquals(day, given("P1D").duration(KEY, minute, day));
        assertEquals(Duration.ofMinutes(90), given("pt1h30m").duration(KEY, minute, day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59.999S", "PT24H0.001S", "-PT5M", "5m", "300", "P1M", "PTM", "PT99999999999999999999S"})
    void anyOtherDurationIsRefusedWithItsBounds(String value) {
        assertEquals(
                "must be a duration like PT5M, from PT1M to PT24H",
                refusal(value, keys -> keys.duration(KEY, Duration.ofMinutes(1), Duration.ofDays(1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gate.example",
                "http://localhost:8080",
                "https://gate.example:8443/a/b/",
                "http://[::1]:8080/"
            })
    void aUrlIsAbsoluteWithAHost(String value) {
        assertEquals(URI.create(value), given(value).url(KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gate.example",
                "/path",
                "//gate.example",
                "ftp://gate.example",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https:gate.example",
                "https://",
                "https:///path",
                "https://name:password@gate.example",
                "https://name@gate.example",
                "https://gate.example?x=1",
                "https://gate.example?",
                "https://gate.example#top",
                "https://gate example",
                "https://gate_house.example",
                "https://gate.example/%zz",
                "HTTPS://gate.example"
            })
    void anyOtherUrlIsRefused(String value) {
        assertEquals(
                "must be an absolute http or https URL without user, query or fragment",
                refusal(value, keys -> keys.url(KEY)));
    }

    @Test
    void aFileIsThereAndCanBeRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("clients.json"), "{}");
        assertEquals(Optional.of(file), given(file.toString()).file(KEY));
    }

    @Test
    void aMissingFileAFolderAndWhatIsNoPathAreRefused(@TempDir Path folder) {
        String sentence = "names a file that cannot be read";
        assertEquals(sentence, refusal(folder.resolve("missing").toString(), keys -> keys.file(KEY)));
        assertEquals(sentence, refusal(folder.toString(), keys -> keys.file(KEY)));
        assertEquals(sentence, refusal("a\u0000b", keys -> keys.file(KEY)));
    }
}
