package org.gatehouse.wallet;

import java.util.Optional;

/**
 * The arithmetic of recovery: the one step that another library may do faster. All engines give the same answer to the
 * same input; each is safe for use by many threads.
 */
public interface RecoveryEngine {
    /**
     * Finds the one key that can have made a signature (SEC 1 section 4.1.6).
     *
     * @param hash the 32 bytes that were signed
     * @param signature the signature
     * @return the key, or nothing if no key can have made the signature: its r is not the x of a point, or the key
     *     would be infinity
     * @throws IllegalArgumentException if the hash is not 32 bytes
     */
    Optional<PublicKey> recover(byte[] hash, Signature signature);
}
