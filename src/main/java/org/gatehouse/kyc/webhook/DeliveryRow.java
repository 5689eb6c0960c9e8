package org.gatehouse.kyc.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored delivery. What changes after the insert changes by conditional updates only. */
@Entity
@Table(name = "kyc_delivery")
class DeliveryRow {
    @Id
    String id;

    @Column(name = "webhook_id")
    String webhookId;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "application_id")
    String applicationId;

    String body;

    @Column(name = "created_at")
    Instant createdAt;

    int tries;

    /** Null: it is over. */
    @Column(name = "next_try_at")
    @Nullable
    Instant nextTryAt;

    @Column(name = "last_try_at")
    @Nullable
    Instant lastTryAt;

    @Column(name = "last_status")
    @Nullable
    Integer lastStatus;

    @Column(name = "last_fault")
    @Nullable
    String lastFault;

    @Column(name = "delivered_at")
    @Nullable
    Instant deliveredAt;

    @Column(name = "expires_at")
    Instant expiresAt;
}
