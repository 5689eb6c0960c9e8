package org.gatehouse.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

/** A stored attempt. What changes after the insert changes by conditional updates only, never through the entity. */
@Entity
@Table(name = "attempt")
class AttemptRow {
    @Id
    String id;

    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "browser_hash")
    String browserHash;

    @Column(name = "go_on")
    String goOn;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "proven_at")
    Instant provenAt;

    String wallet;

    String refusal;

    @Column(name = "finished_at")
    Instant finishedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    AttemptPurpose purpose = AttemptPurpose.SIGN_IN;

    @Column(name = "for_session")
    @Nullable
    String forSession;

    AttemptState state(Instant now) {
        if (endedAt != null) return AttemptState.ENDED;
        if (finishedAt != null) return AttemptState.FINISHED;
        if (!now.isBefore(expiresAt)) return AttemptState.EXPIRED;
        return provenAt != null ? AttemptState.PROVEN : AttemptState.PENDING;
    }

    Optional<AccountId> provenWallet() {
        return Optional.ofNullable(wallet).map(AccountId::parse);
    }
}
