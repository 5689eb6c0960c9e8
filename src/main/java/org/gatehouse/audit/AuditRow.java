package org.gatehouse.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored event of the trail. */
@Entity
@Table(name = "audit_event")
class AuditRow {
    /** What stands for the hash of a row that is not of our making. */
    static final String REFUSED = "refused";

    @Id
    String id;

    @Column(name = "happened_at")
    Instant happenedAt;

    String action;

    String outcome;

    /** Null in rows from before there was a chain. */
    @Nullable
    String actor;

    @Column(name = "account_id")
    @Nullable
    String accountId;

    @Column(name = "client_id")
    @Nullable
    String clientId;

    @Column(name = "application_id")
    @Nullable
    String applicationId;

    @Nullable
    String network;

    @Column(name = "subject_mac")
    @Nullable
    String subjectMac;

    @Column(name = "origin_mac")
    @Nullable
    String originMac;

    @Column(name = "request_id")
    @Nullable
    String requestId;

    @Nullable
    String detail;

    /** The place in the chain; null until it is chained. */
    @Nullable
    Long number;

    /** Of the row and of all before it; null until it is chained. {@link #REFUSED} where it is not chained as nobody recorded it. */
    @Nullable
    String hash;

    /** Of the row; once it is chained, of its number and hash. Null in rows from before there was a chain, until they are chained. */
    @Nullable
    String mac;

    /** Gives it its place. Here and not where it is asked for: EclipseLink sees a change of a stored row only in the entity's own code. */
    void chain(long place, String itsHash, String itsMac, @Nullable String subject) {
        number = place;
        hash = itsHash;
        mac = itsMac;
        subjectMac = subject;
    }

    /** Leaves it where it is, never to be chained. */
    void refuse() {
        hash = REFUSED;
    }
}
