package org.gatehouse.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key as it is stored. A row is never deleted, so that a kid is never used twice. */
@Entity
@Table(name = "signing_key")
class SigningKey {
    /** Where a key is in its life; follows from its times and the clock, and a key without its private half is gone. */
    enum State {
        /** Published, so that applications learn it, and not signing yet. */
        PENDING,
        /** The one key of its family and algorithm that signs. */
        ACTIVE,
        /** Published as long as a token that it signed may be valid. */
        RETIRED,
        /** Not published; its private half is erased. */
        GONE
    }

    @Id
    String kid;

    @Enumerated(EnumType.STRING)
    KeyFamily family;

    @Enumerated(EnumType.STRING)
    SigningAlgorithm algorithm;

    /** Counts the keys of an algorithm in its family from 1; unique, so that of several nodes that make the next key one wins. */
    int generation;

    /** What was published. Stays when the private half is erased, for whoever examines an old token; the ring itself trusts only what is sealed. */
    @Column(name = "public_jwk")
    String publicJwk;

    @Column(name = "private_sealed")
    @Nullable
    String privateSealed;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "active_from")
    Instant activeFrom;

    /** When the successor becomes active; null as long as there is none. */
    @Column(name = "retired_at")
    @Nullable
    Instant retiredAt;

    @Column(name = "gone_at")
    @Nullable
    Instant goneAt;

    protected SigningKey() {}

    SigningKey(
            String kid,
            KeyFamily family,
            SigningAlgorithm algorithm,
            int generation,
            String publicJwk,
            String privateSealed,
            Instant createdAt,
            Instant activeFrom) {
        this.kid = kid;
        this.family = family;
        this.algorithm = algorithm;
        this.generation = generation;
        this.publicJwk = publicJwk;
        this.privateSealed = privateSealed;
        this.createdAt = createdAt;
        this.activeFrom = activeFrom;
    }

    State state(Instant now) {
        if (privateSealed == null || (goneAt != null && !now.isBefore(goneAt))) return State.GONE;
        if (retiredAt != null && !now.isBefore(retiredAt)) return State.RETIRED;
        return now.isBefore(activeFrom) ? State.PENDING : State.ACTIVE;
    }
}
