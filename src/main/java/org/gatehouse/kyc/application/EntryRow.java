package org.gatehouse.kyc.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to an application, as it is stored. */
@Entity
@Table(name = "kyc_entry")
class EntryRow {
    @Id
    String id;

    @Column(name = "application_id")
    String applicationId;

    int number;

    @Enumerated(EnumType.STRING)
    Entry.Kind kind;

    @Nullable
    Integer code;

    @Nullable
    String subject;

    /** JSON, {@code {"text": ...}}, sealed for {@link #place}. */
    @Column(name = "text_sealed")
    @Nullable
    String textSealed;

    String actor;

    @Column(name = "happened_at")
    Instant happenedAt;

    static String place(String id) {
        return "kyc_entry:" + id;
    }
}
