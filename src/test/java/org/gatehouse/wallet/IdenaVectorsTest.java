package org.gatehouse.wallet;

import static org.gatehouse.wallet.MessageFormat.IDENA_DOUBLE_HASH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdenaVectorsTest {
    private static final String FILE = "idena.json";

    static Stream<JsonObject> doubleHash() {
        return Vectors.list(FILE, "vectors")
                .filter(vector -> vector.getString("format").equals("doubleHash"));
    }

    @Test
    void thereAreFiveSignaturesOfSignIn() {
        assertEquals(5, doubleHash().count());
    }

    @ParameterizedTest
    @MethodSource("doubleHash")
    void theMessageIsHashedTwice(JsonObject vector) {
        assertEquals(vector.getString("messageHash"), Vectors.hex(IDENA_DOUBLE_HASH.hash(vector.getString("nonce"))));
    }

    @ParameterizedTest
    @MethodSource("doubleHash")
    void aWalletsSignatureRecoversToItsAddress(JsonObject vector) {
        assertEquals(vector.getString("address"), signer(vector, vector.getString("signature")));
    }

    @ParameterizedTest
    @MethodSource("doubleHash")
    void theSameSignatureWithTwentySevenAddedIsAccepted(JsonObject vector) {
        assertEquals(vector.getString("address"), signer(vector, vector.getString("signatureWithV27")));
        assertEquals(
                Signature.parse(vector.getString("signature")), Signature.parse(vector.getString("signatureWithV27")));
    }

    @ParameterizedTest
    @MethodSource("doubleHash")
    void theChecksumOfTheAddressIsThatOfEip55(JsonObject vector) {
        assertEquals(
                vector.getString("addressChecksum"),
                Address.parse(vector.getString("address")).toString());
    }

    @Test
    void theFormatNamedPrefixIsNotOneOfOurs() {
        JsonObject prefix = Vectors.list(FILE, "vectors")
                .filter(vector -> vector.getString("format").equals("prefix"))
                .findFirst()
                .orElseThrow();
        for (MessageFormat format : MessageFormat.values()) {
            String signer = Vectors.signer(format, prefix.getString("nonce"), prefix.getString("webSignature"));
            assertNotEquals(prefix.getString("address"), signer);
        }
    }

    @Test
    void theExampleOfTheDocumentsRecoversToAnotherAddressThanItSays() {
        JsonObject example = Vectors.read(FILE).getJsonObject("docsExample");
        String signer = signer(example, example.getString("signature"));
        assertEquals(example.getString("recoveredUnderDoubleHash"), signer);
        assertNotEquals(example.getString("documentedRecovered"), signer);
        assertNotEquals(example.getString("documentedStartSessionAddress").toLowerCase(Locale.ROOT), signer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    high-s twin (s->n-s, recid flipped): recovers same address; malleable | at most n / 2
                    64 bytes     | 130 hexadecimal digits
                    66 bytes     | 130 hexadecimal digits
                    no 0x prefix | 130 hexadecimal digits
                    empty        | 130 hexadecimal digits
                    0x           | 130 hexadecimal digits
                    all zero     | from 1 to n - 1
                    """)
    void aSignatureThatIsNotInTheOneFormIsRefused(String name, String why) {
        String signature = negative(name).getString("signature");
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Signature.parse(signature));
        assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal::toString);
    }

    @Test
    void theWrongRecoveryIdRecoversToAnotherAddress() {
        JsonObject vector = negative("wrong recid");
        String signer = signer(vector, vector.getString("signature"));
        assertEquals(vector.getString("docsRecipeResult"), signer);
        assertNotEquals(vector.getString("address"), signer);
    }

    @Test
    void theFormThatTheReferenceServerRefusesIsAcceptedHere() {
        JsonObject vector = negative("v=27/28 form");
        assertEquals(vector.getString("address"), signer(vector, vector.getString("signature")));
    }

    @Test
    void noNegativeVectorIsLeftOut() {
        Set<String> names = Vectors.list(FILE, "negative")
                .map(vector -> vector.getString("name"))
                .collect(Collectors.toSet());
        assertEquals(9, names.size());
    }

    private static JsonObject negative(String name) {
        return Vectors.list(FILE, "negative")
                .filter(vector -> vector.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String signer(JsonObject vector, String signature) {
        return Vectors.signer(IDENA_DOUBLE_HASH, vector.getString("nonce"), signature);
    }
}
