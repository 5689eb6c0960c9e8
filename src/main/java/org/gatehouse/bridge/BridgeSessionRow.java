package org.gatehouse.bridge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored session at a portal: a cookie there, and the grant that it came of. It never changes. */
@Entity
@Table(name = "bridge_session")
class BridgeSessionRow {
    @Id
    String id;

    @Column(name = "secret_hash")
    String secretHash;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "grant_id")
    String grantId;

    @Column(name = "expires_at")
    Instant expiresAt;
}
