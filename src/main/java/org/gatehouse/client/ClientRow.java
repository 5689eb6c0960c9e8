package org.gatehouse.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored client. What changes after the insert changes by conditional updates only, never through the entity. */
@Entity
@Table(name = "client")
class ClientRow {
    @Id
    String id;

    /** The entry as it holds now: a JSON object. */
    String definition;

    /** The entry of the clients file as it was last applied. */
    @Column(name = "from_file")
    @Nullable
    String fromFile;

    int version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;
}
