package org.gatehouse.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stored consent. */
@Entity
@Table(name = "consent")
@IdClass(ConsentRow.Key.class)
class ConsentRow {
    @Id
    @Column(name = "account_id")
    String accountId;

    @Id
    @Column(name = "client_id")
    String clientId;

    /** Separated by spaces. */
    String scope;

    /** Separated by spaces. */
    @Nullable
    String told;

    @Column(name = "given_at")
    Instant givenAt;

    Set<String> told() {
        return told == null ? Set.of() : Set.of(told.split(" "));
    }

    /** Who consented to what. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String accountId = "";
        String clientId = "";

        /** For the database. */
        Key() {}

        Key(String accountId, String clientId) {
            this.accountId = accountId;
            this.clientId = clientId;
        }

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
