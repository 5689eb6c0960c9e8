package org.gatehouse.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

/** A stored session. What changes after the insert changes by conditional updates only, never through the entity. */
@Entity
@Table(name = "session")
class SessionRow {
    @Id
    String id;

    @Column(name = "secret_hash")
    String secretHash;

    @Column(name = "attempt_id")
    String attemptId;

    @Column(name = "account_id")
    String accountId;

    String wallet;

    @Column(name = "user_agent")
    String userAgent;

    /** Where it began, as {@link Network} has it. */
    @Nullable
    String network;

    @Column(name = "authenticated_at")
    Instant authenticatedAt;

    @Column(name = "handed_over")
    boolean handedOver;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "ended_at")
    Instant endedAt;

    Session view() {
        return new Session(id, accountId, AccountId.parse(wallet), authenticatedAt, expiresAt, handedOver);
    }
}
