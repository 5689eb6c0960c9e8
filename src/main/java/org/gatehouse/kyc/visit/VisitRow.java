package org.gatehouse.kyc.visit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored visit. It never changes. */
@Entity
@Table(name = "kyc_visit")
class VisitRow {
    /** The hash of the cookie's secret. */
    @Id
    String id;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "account_id")
    String accountId;

    String wallet;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;
}
