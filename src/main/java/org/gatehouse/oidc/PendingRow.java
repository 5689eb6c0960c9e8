package org.gatehouse.oidc;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stored request that waits for the person. What changes after the insert changes by conditional updates only, never through the entity. */
@Entity
@Table(name = "pending_request")
class PendingRow {
    @Id
    String id;

    @Column(name = "browser_hash")
    String browserHash;

    String query;

    @Nullable
    String decision;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    PendingRequest view() {
        return new PendingRequest(id, query, Optional.ofNullable(decision), createdAt);
    }
}
