package org.gatehouse.wallet;

import org.bouncycastle.crypto.digests.KeccakDigest;

/**
 * The hash of Ethereum and Idena: Keccak-256 as submitted to the SHA-3 contest. It is not SHA3-256 of FIPS 202, which
 * pads differently and which the JDK has.
 */
final class Keccak256 {
    static final int BYTES = 32;

    private Keccak256() {}

    /** The 32-byte Keccak-256 of the given bytes. */
    static byte[] hash(byte[] input) {
        KeccakDigest digest = new KeccakDigest(BYTES * Byte.SIZE);
        digest.update(input, 0, input.length);
        byte[] hash = new byte[BYTES];
        digest.doFinal(hash, 0);
        return hash;
    }
}
