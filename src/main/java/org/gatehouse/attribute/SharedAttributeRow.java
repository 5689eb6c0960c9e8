package org.gatehouse.attribute;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that a person shares with a client. */
@Entity
@Table(name = "shared_attribute")
@IdClass(SharedAttributeRow.Key.class)
class SharedAttributeRow {
    @Id
    @Column(name = "account_id")
    String accountId;

    @Id
    @Column(name = "client_id")
    String clientId;

    @Id
    String id;

    /** The name of its type. */
    String attribute;

    /** JSON, {@code {"data": value}}, sealed for {@link #place}. */
    @Column(name = "value_sealed")
    String valueSealed;

    @Column(name = "updated_at")
    Instant updatedAt;

    String place() {
        return place(accountId, clientId, id);
    }

    static String place(String account, String client, String id) {
        return "shared_attribute:" + account + "/" + client + "/" + id;
    }

    /** Whose, with whom, and which. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String accountId = "";
        String clientId = "";
        String id = "";

        /** For the database. */
        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.accountId.equals(accountId)
                    && key.clientId.equals(clientId)
                    && key.id.equals(id);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, clientId, id);
        }
    }
}
