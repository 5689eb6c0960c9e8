package org.gatehouse.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file, from before its first byte is stored until after its last is erased: so whatever ends in between, a row leads the sweep to what is left.
 */
@Entity
@Table(name = "stored_file")
class FileRow {
    @Id
    String id;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "client_id")
    String clientId;

    String name;

    String type;

    /** Its length; until it is stored, how long it may get. */
    @Column(name = "size")
    long bytes;

    /** Where its content is. */
    @Enumerated(EnumType.STRING)
    FileStore store;

    /** The key of its content; null once it is erased. */
    @Column(name = "key_sealed")
    @Nullable
    String keySealed;

    /** When it was whole; null until then. */
    @Column(name = "stored_at")
    @Nullable
    Instant storedAt;

    /** When it goes if nobody claims it; null once it is claimed. */
    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    /** What it is kept for; null until it is claimed, but for what is given to a person. */
    @Column(name = "claimed_for")
    @Nullable
    String claimedFor;

    /** What is known of its malware; null where there was no scanner. */
    @Enumerated(EnumType.STRING)
    @Nullable
    Scan scan;

    /** When the scanner is asked next, while that is not known. */
    @Column(name = "scan_at")
    @Nullable
    Instant scanAt;

    protected FileRow() {}

    FileRow(String id, Owner owner, String name, String type, FileStore store, Instant expiresAt) {
        this.id = id;
        this.accountId = owner.account();
        this.clientId = owner.client();
        this.name = name;
        this.type = type;
        this.store = store;
        this.expiresAt = expiresAt;
    }

    StoredFile file() {
        return new StoredFile(id, name, type, bytes);
    }
}
