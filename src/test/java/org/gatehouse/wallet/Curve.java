package org.gatehouse.wallet;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;

/** The numbers of SEC 2 section 2.4.1, written down again, and signatures made of chosen numbers. */
final class Curve {
    static final BigInteger P = new BigInteger("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f", 16);
    static final BigInteger N = new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
    static final BigInteger HALF_N = N.shiftRight(1);

    private Curve() {}

    /** r, s and v in hexadecimal digits, whatever their values, as long as they fit. */
    static String signature(BigInteger r, BigInteger s, int v) {
        return "0x%064x%064x%02x".formatted(r, s, v);
    }

    static byte[] hash(BigInteger value) {
        return BigIntegers.asUnsignedByteArray(Keccak256.BYTES, value);
    }

    static BigInteger number(long value) {
        return BigInteger.valueOf(value);
    }
}
