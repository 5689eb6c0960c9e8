package org.gatehouse.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored event of the trail. */
@Entity
@Table(name = "audit_event")
class AuditRow {
    @Id
    String id;

    @Column(name = "happened_at")
    Instant happenedAt;

    String action;

    String outcome;

    @Column(name = "account_id")
    @Nullable
    String accountId;

    @Column(name = "client_id")
    @Nullable
    String clientId;

    @Column(name = "subject_hash")
    @Nullable
    String subjectHash;

    @Nullable
    String detail;
}
