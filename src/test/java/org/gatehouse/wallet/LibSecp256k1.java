package org.gatehouse.wallet;

import static java.util.Arrays.copyOfRange;

import fr.acinq.secp256k1.Secp256k1;
import fr.acinq.secp256k1.Secp256k1Exception;
import java.util.Arrays;
import java.util.Optional;

/** The other implementation, and our rules said once more in its terms. */
final class LibSecp256k1 {
    private static final Secp256k1 LIBRARY = Secp256k1.get();

    private LibSecp256k1() {}

    static byte[] publicKey(byte[] secret) {
        return copyOfRange(LIBRARY.pubkeyCreate(secret), 1, 65);
    }

    static boolean isSecret(byte[] secret) {
        return LIBRARY.secKeyVerify(secret);
    }

    /** r, s and the recovery id, 65 bytes. */
    static byte[] sign(byte[] hash, byte[] secret) {
        byte[] signature = Arrays.copyOf(LIBRARY.sign(hash, secret, null), 65);
        byte[] even = recover(hash, signature, 0).orElse(new byte[0]);
        signature[64] = (byte) (Arrays.equals(even, publicKey(secret)) ? 0 : 1);
        return signature;
    }

    /** The key of 64 bytes that the library recovers; it takes a high s and the ids 2 and 3 too. */
    static Optional<byte[]> recover(byte[] hash, byte[] signature, int recoveryId) {
        try {
            return Optional.of(
                    copyOfRange(LIBRARY.ecdsaRecover(Arrays.copyOf(signature, 64), hash, recoveryId), 1, 65));
        } catch (Secp256k1Exception e) {
            return Optional.empty();
        }
    }

    /** The same after what our strictness leaves: a low s, and v of 0, 1, 27 or 28. */
    static Optional<byte[]> recoverStrictly(byte[] hash, byte[] signature) {
        return switch (signature[64]) {
            case 0, 27 -> isLow(signature) ? recover(hash, signature, 0) : Optional.empty();
            case 1, 28 -> isLow(signature) ? recover(hash, signature, 1) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isLow(byte[] signature) {
        try {
            return !LIBRARY.signatureNormalize(Arrays.copyOf(signature, 64)).getSecond();
        } catch (Secp256k1Exception e) {
            return false;
        }
    }
}
