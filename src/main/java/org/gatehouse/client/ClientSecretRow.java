package org.gatehouse.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored secret of a client. What changes after the insert changes by conditional updates only, never through the entity. */
@Entity
@Table(name = "client_secret")
class ClientSecretRow {
    @Id
    String id;

    @Column(name = "client_id")
    String clientId;

    /** Argon2id. */
    String hash;

    /** Whether it stands in the clients file; a client has one such secret at most. */
    @Column(name = "from_file")
    boolean fromFile;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    boolean live(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now);
    }
}
