package org.gatehouse.wallet;

import static org.gatehouse.wallet.MessageFormat.EIP191_PERSONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelfKeyVectorsTest {
    private static final String FILE = "selfkey.json";

    static Stream<JsonObject> vectors() {
        return Vectors.list(FILE, "vectors");
    }

    @Test
    void thereAreFourSignaturesInEachOfFourFormats() {
        assertEquals(
                4,
                vectors().map(vector -> vector.getString("format")).distinct().count());
        assertEquals(16, vectors().count());
        assertEquals(6, Vectors.list(FILE, "negative").count());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theMessageIsHashedAsPersonalSignDoes(JsonObject vector) {
        assertEquals(vector.getString("hash"), Vectors.hex(EIP191_PERSONAL.hash(vector.getString("nonce"))));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aWalletsSignatureRecoversToItsAddress(JsonObject vector) {
        String signature = Vectors.value(vector.getJsonObject("requestBody"));
        assertEquals(
                vector.getString("address"), Vectors.signer(EIP191_PERSONAL, vector.getString("nonce"), signature));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theChecksumOfTheAddressIsThatOfEip55(JsonObject vector) {
        assertEquals(
                vector.getString("checksumAddress"),
                Address.parse(vector.getString("address")).toString());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void eachEncodingOfAPublicKeyIsTheSameKeyAndAddress(JsonObject vector) {
        PublicKey key = PublicKey.parse(vector.getString("publicKey"));
        assertEquals(key, PublicKey.parse(vector.getString("publicKeyUncompressed65")));
        assertEquals(key, PublicKey.parse(vector.getString("publicKeyCompressed33")));
        assertEquals(vector.getString("publicKey"), key.toString());
        assertEquals(vector.getString("address"), key.address().lowerCase());
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature by another key", "signature over another nonce"})
    void aSignatureOfAnotherKeyOrMessageRecoversToAnotherAddress(String reason) {
        JsonObject vector = negative(reason);
        assertNotEquals(address(vector), signer(vector));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v out of range", "64 bytes", "r = 0"})
    void aSignatureThatIsNotInTheOneFormIsRefused(String reason) {
        assertThrows(IllegalArgumentException.class, () -> Signature.parse(Vectors.value(negative(reason))));
    }

    @Test
    void aKeyIdOfAnotherDidSaysNothingAboutTheSignature() {
        JsonObject vector = negative("keyId of another DID");
        assertEquals(address(vector), signer(vector));
    }

    private static JsonObject negative(String reason) {
        return Vectors.list(FILE, "negative")
                .filter(vector -> vector.getString("reason").equals(reason))
                .findFirst()
                .orElseThrow();
    }

    private static String address(JsonObject vector) {
        return vector.getString("did").substring("did:eth:".length());
    }

    private static String signer(JsonObject vector) {
        return Vectors.signer(EIP191_PERSONAL, vector.getString("nonce"), Vectors.value(vector));
    }
}
