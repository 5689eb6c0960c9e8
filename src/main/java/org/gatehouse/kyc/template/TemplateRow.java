package org.gatehouse.kyc.template;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A version of a template, as it is stored. */
@Entity
@Table(name = "kyc_template")
@IdClass(TemplateRow.Key.class)
class TemplateRow {
    @Id
    String id;

    @Id
    int version;

    /** JSON, as it was written. */
    String content;

    /** Whether the directory of templates has had this content. */
    @Column(name = "from_file")
    boolean fromFile;

    @Column(name = "created_at")
    Instant createdAt;

    /** Of the newest version: since when nobody applies with it any more. */
    @Column(name = "withdrawn_at")
    @Nullable
    Instant withdrawnAt;

    /** Which version of which template. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String id = "";
        int version;

        /** For the database. */
        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.id.equals(id) && key.version == version;
        }

        @Override
        public int hashCode() {
            return Objects.hash(id, version);
        }
    }
}
