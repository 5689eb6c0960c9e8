package org.gatehouse.wallet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The 20 bytes that name a key on Ethereum and on Idena: the end of the Keccak-256 of the public key. Never zero: that
 * is what the contracts and nodes of both chains answer for "nobody".
 */
public final class Address {
    private static final int BYTES = 20;
    private static final Pattern FORMAT = Pattern.compile("0x[0-9a-fA-F]{40}");

    private final byte[] bytes;

    private Address(byte[] bytes) {
        if (Arrays.equals(bytes, new byte[BYTES])) {
            throw new IllegalArgumentException("The zero address belongs to nobody");
        }
        this.bytes = bytes;
    }

    /**
     * Reads {@code 0x} and 40 hexadecimal digits.
     *
     * <p>The case of the digits says nothing here, although EIP-55 hides a checksum in it: Idena compares addresses
     * without regard to case and its clients send any. The checksum guards a person who types an address; ours come
     * from wallets, and a wrong one fails against the signature.
     *
     * @throws IllegalArgumentException if the text is absent, of another form, or the zero address; the message does
     *     not repeat the text
     */
    public static Address parse(@Nullable String text) {
        if (text == null || !FORMAT.matcher(text).matches()) {
            throw new IllegalArgumentException("An address is 0x and 40 hexadecimal digits");
        }
        return new Address(HexFormat.of().parseHex(text, 2, text.length()));
    }

    /** The address of a public key of 64 bytes, x and y: the last 20 bytes of its Keccak-256. */
    static Address of(byte[] publicKey) {
        return new Address(Arrays.copyOfRange(Keccak256.hash(publicKey), Keccak256.BYTES - BYTES, Keccak256.BYTES));
    }

    /** {@code 0x} and 40 lower-case digits: the form that Idena's node and wallets send. */
    public String lowerCase() {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    /** {@code 0x} and 40 digits whose case is the checksum of EIP-55: the form for people, and the canonical one. */
    @Override
    public String toString() {
        String lower = HexFormat.of().formatHex(bytes);
        String checksum = HexFormat.of().formatHex(Keccak256.hash(lower.getBytes(US_ASCII)));
        StringBuilder text = new StringBuilder("0x");
        for (int i = 0; i < lower.length(); i++) {
            char digit = lower.charAt(i);
            text.append(checksum.charAt(i) >= '8' ? Character.toUpperCase(digit) : digit);
        }
        return text.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
