package org.gatehouse.wallet;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A recoverable ECDSA signature on secp256k1, in the one form that each message and key has: s is low (EIP-2), because
 * with n - s it would be a second signature of the same message. Wallets make the low one.
 *
 * @param r 1 to n - 1: the x of the signature's point
 * @param s 1 to n / 2
 * @param recoveryId 0 if the y of that point is even, 1 if it is odd. The ids 2 and 3 of SEC 1, for an x of n or more,
 *     happen once in 2<sup>128</sup> signatures and are refused.
 */
public record Signature(BigInteger r, BigInteger s, int recoveryId) {
    private static final Pattern FORMAT = Pattern.compile("0x[0-9a-fA-F]{130}");
    private static final BigInteger HALF_N = Secp256k1.N.shiftRight(1);
    private static final int HEX = 16;
    private static final int ETHEREUM_OFFSET = 27;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public Signature {
        if (recoveryId != 0 && recoveryId != 1) {
            throw new IllegalArgumentException("The recovery id of a signature is 0 or 1, or 27 or 28");
        }
        if (!isScalar(r) || !isScalar(s)) {
            throw new IllegalArgumentException("The r and s of a signature are from 1 to n - 1");
        }
        if (s.compareTo(HALF_N) > 0) {
            throw new IllegalArgumentException("The s of a signature is at most n / 2");
        }
    }

    /**
     * Reads {@code 0x} and 130 hexadecimal digits: r, s and v, where v is the recovery id as it stands (Idena, Ledger)
     * or plus 27 (Ethereum).
     *
     * @throws IllegalArgumentException if the text is absent, of another form, or a part is outside its range; each
     *     has a sentence of its own, which does not repeat the text
     */
    public static Signature parse(@Nullable String text) {
        if (text == null || !FORMAT.matcher(text).matches()) {
            throw new IllegalArgumentException("A signature is 0x and 130 hexadecimal digits");
        }
        BigInteger r = new BigInteger(text.substring(2, 66), HEX);
        BigInteger s = new BigInteger(text.substring(66, 130), HEX);
        int v = Integer.parseInt(text.substring(130), HEX);
        return new Signature(r, s, v < ETHEREUM_OFFSET ? v : v - ETHEREUM_OFFSET);
    }

    private static boolean isScalar(BigInteger value) {
        return value.signum() > 0 && value.compareTo(Secp256k1.N) < 0;
    }
}
