package org.gatehouse.wallet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyTest {
    private static final String X = "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
    private static final String Y = "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";
    private static final String MINUS_Y = "b7c52588d95c3b9aa25b0403f1eef75702e84bb7597aabe663b82f6f04ef2777";
    private static final String P = "fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f";
    private static final String P_PLUS_ONE = "fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc30";
    private static final String FIVE = "0000000000000000000000000000000000000000000000000000000000000005";
    private static final String ZERO = "0000000000000000000000000000000000000000000000000000000000000000";
    private static final String ONE = "0000000000000000000000000000000000000000000000000000000000000001";

    /** The key of the secret 1 is the generator, and its address is well known. */
    @ParameterizedTest
    @ValueSource(strings = {X + Y, "04" + X + Y, "02" + X})
    void theGeneratorInEachEncodingHasItsAddress(String encoding) {
        PublicKey key = PublicKey.parse("0x" + encoding);
        assertEquals("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf", key.address().toString());
        assertEquals("0x" + X + Y, key.toString());
        assertArrayEquals(HexFormat.of().parseHex(X + Y), key.bytes());
        assertEquals(key, PublicKey.of(key.bytes()));
        assertEquals(key.hashCode(), PublicKey.of(key.bytes()).hashCode());
    }

    @Test
    void theFirstByteOfTheCompressedFormSaysWhichOfTwoKeysItIs() {
        assertEquals(PublicKey.parse("0x" + X + MINUS_Y), PublicKey.parse("0x03" + X));
        assertNotEquals(PublicKey.parse("0x02" + X), PublicKey.parse("0x03" + X));
        assertNotEquals(PublicKey.parse("0x02" + X), new Object());
    }

    @Test
    void digitsMayBeOfEitherCase() {
        assertEquals(PublicKey.parse("0x02" + X), PublicKey.parse("0x02" + X.toUpperCase(Locale.ROOT)));
    }

    @Test
    void theBytesAreACopy() {
        PublicKey key = PublicKey.parse("0x02" + X);
        key.bytes()[0] ^= 1;
        assertEquals("0x" + X + Y, key.toString());
    }

    /** Among them: no point with x = 5; coordinates that are not less than p, though right modulo p; zero. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                X + X,
                "04" + X + X,
                "02" + FIVE,
                "03" + FIVE,
                "02" + P,
                P + Y,
                ONE + P,
                "02" + P_PLUS_ONE,
                ZERO + ZERO
            })
    void whatIsNotAPointOnTheCurveIsRefused(String encoding) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> PublicKey.parse("0x" + encoding));
        assertEquals("The public key is not a point on the curve", refusal.getMessage());
    }

    /** Among them the hybrid encoding, 06 and 07, and infinity, 00. */
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "0x",
                "0x00",
                X + Y,
                "0X" + X + Y,
                "0x" + X,
                "0x" + X + Y + "0",
                "0x" + X + Y + "\n",
                "0x05" + X + Y,
                "0x06" + X + Y,
                "0x07" + X + Y,
                "0x00" + X,
                "0x04" + X,
                "0x02" + X + Y
            })
    void anyOtherTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PublicKey.parse(text));
    }

    @Test
    void infinityIsNobodysKey() {
        ECPoint infinity = Secp256k1.CURVE.getInfinity();
        assertThrows(IllegalArgumentException.class, () -> new PublicKey(infinity));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 32, 63, 66, 128})
    void bytesOfAnyOtherLengthAreRefused(int length) {
        assertThrows(IllegalArgumentException.class, () -> PublicKey.of(new byte[length]));
    }
}
