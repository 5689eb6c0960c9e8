package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalletTokenTest {
    /** Of the bytes {@code gatehouse-test-vector-number-one}; what follows from it here was computed with Python's hmac and base64. */
    private static final Secret BROWSER = new Secret("Z2F0ZWhvdXNlLXRlc3QtdmVjdG9yLW51bWJlci1vbmU");

    @Test
    void theTokenOfABrowserIsTheBase32OfAnHmacOfItsSecret() {
        assertEquals("hycx74ihzvxu7ajvryyiy647vn", WalletToken.of(BROWSER).text());
        assertEquals(
                "2f052582cf4ddec6ac914aaab5e783c1b7439fcf0bcc695363da4b9fa1bec007",
                WalletToken.of(BROWSER).hash());
    }

    @Test
    void theAttemptsIdFollowsFromTheSecretWithoutTheToken() {
        assertEquals("2cf42fe06b9caa8f2557fb5907457a9f", Attempts.id(BROWSER));
    }

    @Test
    void eachOfTheTokens26CharactersHolds5Bits() {
        Randomness randomness = new Randomness();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String token = WalletToken.of(randomness.secret()).text();
            assertTrue(token.matches("[a-z2-7]{26}"), token);
            for (int place = 0; place < 26; place++) seen.add(place + ":" + token.charAt(place));
        }
        assertEquals(26 * 32, seen.size(), "each place takes each of the 32 characters");
    }

    @Test
    void anotherSecretGivesAnotherToken() {
        assertNotEquals(
                WalletToken.of(BROWSER), WalletToken.of(new Secret("a2F0ZWhvdXNlLXRlc3QtdmVjdG9yLW51bWJlci1vbmU")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "428489af-3ca1-4861-b1c7-5f634f6466e2",
                "0123456789abcdef",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                "a.b_c~d-e.f_g~h-",
                "----------------"
            })
    void wholeFormIsTakenInAnyLetterCase(String text) {
        WalletToken token = WalletToken.parse(text).orElseThrow();
        assertEquals(text.toLowerCase(Locale.ROOT), token.text());
        assertEquals(token, WalletToken.parse(text.toUpperCase(Locale.ROOT)).orElseThrow());
        assertEquals(
                token.hash(),
                WalletToken.parse(text.toUpperCase(Locale.ROOT)).orElseThrow().hash());
    }

    @Test
    void lengthIs16To128() {
        assertEquals(Optional.empty(), WalletToken.parse("a".repeat(15)));
        assertTrue(WalletToken.parse("a".repeat(16)).isPresent());
        assertTrue(WalletToken.parse("a".repeat(128)).isPresent());
        assertEquals(Optional.empty(), WalletToken.parse("a".repeat(129)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "                ",
                "0123456789abcde f",
                "0123456789abcdef\n",
                "0123456789abcdef\u0000",
                "0123456789abcdef/..",
                "0123456789abcdef%",
                "0123456789abcdef&x=1",
                "0123456789abcdef'--",
                "\u212aaaaaaaaaaaaaaaaa",
                "\u0130aaaaaaaaaaaaaaaa",
                "\uff41aaaaaaaaaaaaaaaa",
                "\u0661aaaaaaaaaaaaaaaa"
            })
    void anyOtherTextIsNoToken(String text) {
        assertEquals(Optional.empty(), WalletToken.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new WalletToken(text));
    }

    @Test
    void aTokenIsMadeInLowerCaseOnly() {
        assertThrows(IllegalArgumentException.class, () -> new WalletToken("0123456789ABCDEF"));
    }
}
