package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds the audit key, and begins the chain where there is none. Of nodes that begin it at once one wins, and all use its key. */
@Dependent
class Chains {
    private final StoredChain stored;

    @Inject
    Chains(StoredChain stored) {
        this.stored = stored;
    }

    /**
     * The audit key.
     *
     * @return 32 bytes
     * @throws org.gatehouse.vault.SealBroken if it cannot be opened
     */
    byte[] key() {
        return stored.key().orElseGet(this::begun);
    }

    private byte[] begun() {
        try {
            stored.begin();
        } catch (RuntimeException e) {
            // Databases say in many ways that a row is taken; what counts is whether it is.
            Optional<byte[]> key = stored.key();
            if (key.isPresent()) return key.get();
            throw e;
        }
        return stored.key().orElseThrow();
    }
}
