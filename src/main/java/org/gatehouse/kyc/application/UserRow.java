package org.gatehouse.kyc.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an applicant told a client's KYC of itself. */
@Entity
@Table(name = "kyc_user")
@IdClass(UserRow.Key.class)
class UserRow {
    @Id
    @Column(name = "account_id")
    String accountId;

    @Id
    @Column(name = "client_id")
    String clientId;

    /** JSON, sealed for {@link #place}. */
    @Column(name = "content_sealed")
    String contentSealed;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    static String place(String account, String client) {
        return "kyc_user:" + account + ":" + client;
    }

    /** Who, and where. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String accountId = "";
        String clientId = "";

        /** For the database. */
        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.accountId.equals(accountId) && key.clientId.equals(clientId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, clientId);
        }
    }
}
