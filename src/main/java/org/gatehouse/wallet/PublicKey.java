package org.gatehouse.wallet;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * A secp256k1 public key: a point on the curve, never infinity. The encodings are those of SEC 1 section 2.3.3, and
 * the one of Ethereum, which leaves out the first byte of the uncompressed form.
 */
public final class PublicKey {
    private static final Pattern FORMAT = Pattern.compile("0x([0-9a-fA-F]{128}|[0-9a-fA-F]{130}|[0-9a-fA-F]{66})");
    private static final int BYTES = 64;
    private static final int COMPRESSED_BYTES = 33;
    private static final byte UNCOMPRESSED = 4;
    private static final byte EVEN = 2;
    private static final byte ODD = 3;

    private final byte[] bytes;

    /** The key that is this point, which the caller knows to be on the curve. */
    PublicKey(ECPoint point) {
        if (point.isInfinity()) {
            throw new IllegalArgumentException("Infinity is nobody's public key");
        }
        this.bytes = Arrays.copyOfRange(point.getEncoded(false), 1, 1 + BYTES);
    }

    /**
     * Reads {@code 0x} and the hexadecimal digits of an encoding that {@link #of(byte[])} takes.
     *
     * @throws IllegalArgumentException if the text is absent, of another form, or not a point on the curve; the
     *     message does not repeat the text
     */
    public static PublicKey parse(@Nullable String text) {
        if (text == null || !FORMAT.matcher(text).matches()) {
            throw new IllegalArgumentException("A public key is 0x and 64, 65 or 33 bytes in hexadecimal digits");
        }
        return of(HexFormat.of().parseHex(text, 2, text.length()));
    }

    /**
     * Reads the bytes of a key.
     *
     * @param encoded x and y (64 bytes), 04 and both (65 bytes), or 02 or 03 and x (33 bytes)
     * @throws IllegalArgumentException if the bytes are of another form or not a point on the curve
     */
    public static PublicKey of(byte[] encoded) {
        byte[] sec1 = encoded.length == BYTES ? org.bouncycastle.util.Arrays.prepend(encoded, UNCOMPRESSED) : encoded;
        if (!isUncompressed(sec1) && !isCompressed(sec1)) {
            throw new IllegalArgumentException("A public key is x and y, 04 and both, or 02 or 03 and x");
        }
        try {
            return new PublicKey(Secp256k1.CURVE.decodePoint(sec1));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The public key is not a point on the curve", e);
        }
    }

    private static boolean isUncompressed(byte[] encoded) {
        return encoded.length == 1 + BYTES && encoded[0] == UNCOMPRESSED;
    }

    private static boolean isCompressed(byte[] encoded) {
        return encoded.length == COMPRESSED_BYTES && (encoded[0] == EVEN || encoded[0] == ODD);
    }

    /** The address of this key, on Ethereum and on Idena. */
    public Address address() {
        return Address.of(bytes);
    }

    /** x and y, 32 bytes each, big-endian; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@code 0x}, x and y in 128 lower-case digits: the form in which SelfKey's wallet names itself. */
    @Override
    public String toString() {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublicKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
