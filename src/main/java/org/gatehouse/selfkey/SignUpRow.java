package org.gatehouse.selfkey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person who has signed up at a client. */
@Entity
@Table(name = "sign_up")
@IdClass(SignUpRow.Key.class)
class SignUpRow {
    @Id
    @Column(name = "account_id")
    String accountId;

    @Id
    @Column(name = "client_id")
    String clientId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

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
