package org.gatehouse.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlowHashTest {
    private static final String SECRET = "correct horse battery staple";

    private final SlowHash slowHash = new SlowHash(new Randomness());

    @Test
    void aHashIsOfItsSecretAndOfNoOther() {
        String hash = slowHash.hash(SECRET);
        assertTrue(slowHash.verify(SECRET, hash));
        for (String other : new String[] {"", SECRET + " ", SECRET.toUpperCase(java.util.Locale.ROOT)}) {
            assertFalse(slowHash.verify(other, hash), other);
        }
    }

    @Test
    void everyHashHasASaltOfItsOwn() {
        assertNotEquals(slowHash.hash(SECRET), slowHash.hash(SECRET));
    }

    @Test
    void theParametersAreThoseThatOwaspNames() {
        String hash = slowHash.hash(SECRET);
        assertEquals("$argon2id$v=19$m=19456,t=2,p=1$", hash.substring(0, 31));
        assertTrue(hash.length() <= 120, "fits its column");
    }

    /** Of the reference implementation (phc-winner-argon2, test.c), Argon2id of version 19. */
    @ParameterizedTest
    @CsvSource({
        "password, somesalt, 65536, 2, 1, 09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
        "password, somesalt, 256, 2, 1, 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
        "password, somesalt, 256, 2, 2, 6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
        "differentpassword, somesalt, 65536, 2, 1, 0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde"
    })
    void theAlgorithmIsThatOfTheReferenceImplementation(
            String secret, String salt, int kibibytes, int passes, int lanes, String hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        String phc = "$argon2id$v=19$m=" + kibibytes + ",t=" + passes + ",p=" + lanes + "$"
                + base64.encodeToString(salt.getBytes(java.nio.charset.StandardCharsets.US_ASCII)) + "$"
                + base64.encodeToString(HexFormat.of().parseHex(hash));
        assertTrue(slowHash.verify(secret, phc));
        assertFalse(slowHash.verify(secret + "x", phc));
    }

    @Test
    void theLibraryComputesTheVectorOfRfc9106Section5_3() {
        byte[] tag = new byte[32];
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(repeated(16, 2))
                .withSecret(repeated(8, 3))
                .withAdditional(repeated(12, 4))
                .build());
        argon2.generateBytes(repeated(32, 1), tag);
        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                HexFormat.of().formatHex(tag));
    }

    private static byte[] repeated(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA", "$argon2id$v=16$m=8,t=1,p=1$AAAA$AAAA"})
    void whatIsNoSuchHashIsAFaultAndNotAWrongSecret(String phc) {
        assertThrows(IllegalArgumentException.class, () -> slowHash.verify(SECRET, phc));
    }
}
