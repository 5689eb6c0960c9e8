package org.gatehouse.logout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored notice: a client that has to be told of the end of a session. What changes after the insert changes by conditional updates only. */
@Entity
@Table(name = "logout_notice")
class NoticeRow {
    @Id
    String id;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "session_id")
    String sessionId;

    @Column(name = "next_try_at")
    Instant nextTryAt;

    int tries;

    @Column(name = "expires_at")
    Instant expiresAt;
}
