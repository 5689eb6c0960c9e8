package org.gatehouse.selfkey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A challenge that a wallet has answered. */
@Entity
@Table(name = "used_challenge")
class UsedChallengeRow {
    @Id
    @Column(name = "jti")
    String id;

    @Column(name = "expires_at")
    Instant expiresAt;
}
