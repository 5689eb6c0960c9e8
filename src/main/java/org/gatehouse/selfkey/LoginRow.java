package org.gatehouse.selfkey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

/** A user token that was handed in. What changes after the insert changes by conditional updates only, never through the entity. */
@Entity
@Table(name = "selfkey_login")
class LoginRow {
    /** The token's {@code jti}. */
    @Id
    @Column(name = "token_jti")
    String id;

    @Column(name = "secret_hash")
    @Nullable
    String secretHash;

    @Column(name = "client_id")
    String clientId;

    String wallet;

    @Column(name = "signed_at")
    Instant signedAt;

    @Column(name = "open_until")
    Instant openUntil;

    @Column(name = "opened_at")
    @Nullable
    Instant openedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    Login view() {
        return new Login(clientId, AccountId.parse(wallet), signedAt);
    }
}
