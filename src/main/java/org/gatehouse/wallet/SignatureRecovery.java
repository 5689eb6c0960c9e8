package org.gatehouse.wallet;

import java.util.Optional;

/** Says whose signature it is. Whether that is the person who was asked to sign is for the caller to compare. */
public final class SignatureRecovery {
    private final RecoveryEngine engine;

    /** Recovers with this engine. */
    public SignatureRecovery(RecoveryEngine engine) {
        this.engine = engine;
    }

    /**
     * Recovers the address of the wallet that signed a text.
     *
     * <p>Nearly every well-formed signature recovers to some address, also one of another text: an answer proves
     * nothing until it equals the address that the wallet claimed.
     *
     * @param format what that wallet signs for a text
     * @param message the text
     * @param signature the signature
     * @return the address, or nothing if no key can have made the signature
     */
    public Optional<Address> recover(MessageFormat format, String message, Signature signature) {
        return engine.recover(format.hash(message), signature).map(PublicKey::address);
    }
}
