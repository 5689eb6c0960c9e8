package org.gatehouse.audit;

import java.util.Optional;

/** Signs checkpoints of the trail. The room that has the keys offers a bean of this type. */
public interface CheckpointSigner {
    /** Signs a checkpoint. */
    Signed sign(Checkpoint checkpoint);

    /** What a signed checkpoint says; empty where the text is none, or is not signed by a key that ever was one for checkpoints. */
    Optional<Checkpoint> read(String jws);

    /**
     * A signed checkpoint.
     *
     * @param kid of the key that signed it
     * @param jws in the compact form of RFC 7515
     */
    record Signed(String kid, String jws) {}
}
