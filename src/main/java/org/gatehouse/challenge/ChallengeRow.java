package org.gatehouse.challenge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored challenge. What changes after the insert changes by conditional updates only, never through the entity. */
@Entity
@Table(name = "challenge")
class ChallengeRow {
    @Id
    String id;

    String text;

    String subject;

    @Column(name = "issued_count")
    int issuedCount;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Nullable
    @Column(name = "used_at")
    Instant usedAt;
}
