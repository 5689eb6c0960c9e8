package org.gatehouse.oidc;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An assertion that a client has used. */
@Entity
@Table(name = "used_assertion")
class UsedAssertionRow {
    @Id
    String id;

    @Column(name = "expires_at")
    Instant expiresAt;
}
