package org.gatehouse.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stored account with its roles. */
@Entity
@Table(name = "account")
class AccountRow {
    @Id
    String id;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "blocked_at")
    @Nullable
    Instant blockedAt;

    /** When somebody signed in to it last. */
    @Column(name = "signed_in_at")
    @Nullable
    Instant signedInAt;

    /** Since when nothing of the person is here but what had to be kept; nobody comes back to it. */
    @Column(name = "erased_at")
    @Nullable
    Instant erasedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    Set<String> roles = new HashSet<>();
}
