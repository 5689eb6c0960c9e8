package org.gatehouse.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored checkpoint. What it says stands in the JWS; the rest is there to find it. */
@Entity
@Table(name = "audit_checkpoint")
class CheckpointRow {
    @Id
    long number;

    String hash;

    @Column(name = "made_at")
    Instant madeAt;

    String kid;

    String jws;

    /** Takes over what is signed: here, as EclipseLink sees a change of a stored row only in the entity's own code. */
    void sign(String itsHash, Instant at, CheckpointSigner.Signed signed) {
        hash = itsHash;
        madeAt = at;
        kid = signed.kid();
        jws = signed.jws();
    }
}
