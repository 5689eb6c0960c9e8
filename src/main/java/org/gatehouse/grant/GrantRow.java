package org.gatehouse.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

/** A stored grant. What changes after the insert changes by conditional updates only, never through the entity. */
@Entity
@Table(name = "client_grant")
class GrantRow {
    @Id
    String id;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "session_id")
    String sessionId;

    String wallet;

    String scope;

    @Column(name = "redirect_uri")
    String redirectUri;

    @Nullable
    String nonce;

    @Column(name = "code_challenge")
    @Nullable
    String codeChallenge;

    String acr;

    @Column(name = "authenticated_at")
    Instant authenticatedAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "code_hash")
    String codeHash;

    @Column(name = "code_expires_at")
    Instant codeExpiresAt;

    @Column(name = "code_used_at")
    @Nullable
    Instant codeUsedAt;

    @Column(name = "family_hash")
    @Nullable
    String familyHash;

    @Column(name = "refresh_hash")
    @Nullable
    String refreshHash;

    @Column(name = "refreshed_at")
    @Nullable
    Instant refreshedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    Grant view() {
        return new Grant(
                id,
                clientId,
                accountId,
                sessionId,
                AccountId.parse(wallet),
                scope.isEmpty() ? Set.of() : Set.of(scope.split(" ")),
                Optional.ofNullable(nonce),
                acr,
                authenticatedAt,
                createdAt);
    }
}
