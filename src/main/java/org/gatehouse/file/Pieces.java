package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The pieces in the database. Each call is a transaction of its own, so that none lasts as long as an upload does, and no piece stays in memory. */
@Dependent
@Transactional
class Pieces {
    private final EntityManager entities;

    @Inject
    Pieces(EntityManager entities) {
        this.entities = entities;
    }

    void add(String file, int number, byte[] content) {
        entities.persist(new PieceRow(file, number, content));
    }

    Optional<byte[]> find(String file, int number) {
        return entities.createQuery(
                        "select p from PieceRow p where p.fileId = :file and p.number = :number", PieceRow.class)
                .setParameter("file", file)
                .setParameter("number", number)
                .getResultStream()
                .map(piece -> piece.content)
                .findFirst();
    }

    void remove(String file) {
        entities.createQuery("delete from PieceRow p where p.fileId = :file")
                .setParameter("file", file)
                .executeUpdate();
    }
}
