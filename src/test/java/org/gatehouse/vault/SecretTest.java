package org.gatehouse.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    /** Of the bytes {@code gatehouse-test-vector-number-one}; what follows from it here was computed with Python's hmac and hashlib. */
    private static final String TEXT = "Z2F0ZWhvdXNlLXRlc3QtdmVjdG9yLW51bWJlci1vbmU";

    @Test
    void itsTextAndNoOtherFormIsASecret() {
        assertEquals(Optional.of(new Secret(TEXT)), Secret.parse(TEXT));
        assertEquals(TEXT, new Secret(TEXT).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "Z2F0ZWhvdXNlLXRlc3QtdmVjdG9yLW51bWJlci1vbm",
                "Z2F0ZWhvdXNlLXRlc3QtdmVjdG9yLW51bWJlci1vbmU=",
                "Z2F0ZWhvdXNlLXRlc3QtdmVjdG9yLW51bWJlci1vbmUA",
                "Z2F0ZWhvdXNlLXRlc3QtdmVjdG9yLW51bWJlci1vbm+",
                "Z2F0ZWhvdXNlLXRlc3QtdmVjdG9yLW51bWJlci1vbm/",
                "Z2F0ZWhvdXNlLXRlc3QtdmVjdG9yLW51bWJlci1vbm ",
                "Z2F0ZWhvdXNlLXRlc3QtdmVjdG9yLW51bWJlci1vbmU\n",
                "Z2F0ZWhvdXNlLXRlc3QtdmVjdG9yLW51bWJlci1vbm\u00e9"
            })
    void anyOtherTextIsRefusedAndNotRepeated(String text) {
        assertEquals(Optional.empty(), Secret.parse(text));
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new Secret(text));
        assertEquals("not a secret", refusal.getMessage());
    }

    @Test
    void isStoredAsTheSha256OfItsText() {
        assertEquals("ad6ba8cc8a144fadbab3cea89034b147b6d90a31cf7a5910b2517b7cb8e02a10", new Secret(TEXT).hash());
    }

    @Test
    void derivesByHmacSha256OfThePurpose() {
        assertArrayEquals(
                HexFormat.of().parseHex("3e057ff107cd6f4f81358e308c7b9fab56a8d4dd99c3694a415fa6216fd783d0"),
                new Secret(TEXT).derive("wallet token"));
    }

    @Test
    void twoPurposesAndTwoSecretsGiveIndependentValues() {
        byte[] one = new Secret(TEXT).derive("one");
        assertFalse(sharesABlock(one, new Secret(TEXT).derive("two")));
        assertFalse(sharesABlock(one, new Secret("a" + TEXT.substring(1)).derive("one")));
        assertArrayEquals(one, new Secret(TEXT).derive("one"));
    }

    /** Whether two values of 32 bytes have 8 bytes in common, at the same place. */
    private static boolean sharesABlock(byte[] a, byte[] b) {
        for (int block = 0; block < 32; block += 8) {
            if (HexFormat.of()
                    .formatHex(a, block, block + 8)
                    .equals(HexFormat.of().formatHex(b, block, block + 8))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void itsNameInALogHasNothingOfItsTextItsHashOrWhatIsDerivedFromIt() {
        Secret secret = new Secret(TEXT);
        assertEquals("secret f1b1ac9a", secret.toString());
        for (int i = 0; i + 6 <= TEXT.length(); i++) {
            assertFalse(secret.toString().contains(TEXT.substring(i, i + 6)));
        }
        assertFalse(secret.hash().contains("f1b1ac9a"));
    }
}
