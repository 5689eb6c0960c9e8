package org.gatehouse.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A piece of a content. */
@Entity
@Table(name = "file_piece")
@IdClass(PieceRow.Key.class)
class PieceRow {
    @Id
    @Column(name = "file_id")
    String fileId;

    /** Counts the pieces of a file from 0. */
    @Id
    int number;

    byte[] content;

    protected PieceRow() {}

    PieceRow(String fileId, int number, byte[] content) {
        this.fileId = fileId;
        this.number = number;
        this.content = content;
    }

    /** Which piece of which file. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String fileId = "";
        int number;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.fileId.equals(fileId) && key.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(fileId, number);
        }
    }
}
