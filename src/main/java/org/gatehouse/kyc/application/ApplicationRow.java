package org.gatehouse.kyc.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored application. What changes after the insert changes by conditional updates only. */
@Entity
@Table(name = "kyc_application")
class ApplicationRow {
    @Id
    String id;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "template_id")
    String templateId;

    @Column(name = "template_version")
    int templateVersion;

    @Column(name = "parent_id")
    @Nullable
    String parentId;

    int status;

    long version;

    /** JSON, sealed for {@link #place}; null once it is erased. */
    @Column(name = "dossier_sealed")
    @Nullable
    String dossierSealed;

    @Column(name = "approved_by")
    @Nullable
    String approvedBy;

    @Nullable
    String assignee;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "erase_at")
    @Nullable
    Instant eraseAt;

    @Column(name = "waiting_since")
    @Nullable
    Instant waitingSince;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    /** {@link Risk#code}. */
    int risk;

    @Column(name = "erased_at")
    @Nullable
    Instant erasedAt;

    static String place(String id) {
        return "kyc_application:" + id;
    }
}
