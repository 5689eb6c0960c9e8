package org.gatehouse.kyc.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored key of the integrations API. What changes after the insert changes by conditional updates only. */
@Entity
@Table(name = "kyc_api_key")
class ApiKeyRow {
    @Id
    String id;

    @Column(name = "client_id")
    String clientId;

    String name;

    @Column(name = "key_hash")
    String keyHash;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_used_at")
    @Nullable
    Instant lastUsedAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;
}
