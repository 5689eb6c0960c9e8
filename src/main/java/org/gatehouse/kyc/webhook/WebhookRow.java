package org.gatehouse.kyc.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored webhook. What changes after the insert changes by conditional updates only. */
@Entity
@Table(name = "kyc_webhook")
class WebhookRow {
    @Id
    String id;

    @Column(name = "client_id")
    String clientId;

    String url;

    /** JSON of {@link Secrets}, sealed for {@link #place}. */
    @Column(name = "secret_sealed")
    String secretSealed;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "failing_since")
    @Nullable
    Instant failingSince;

    @Column(name = "disabled_at")
    @Nullable
    Instant disabledAt;

    static String place(String id) {
        return "kyc_webhook:" + id;
    }
}
