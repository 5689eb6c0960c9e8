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
    /** How many pieces go in one transaction. */
    private static final int AT_ONCE = 16;

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

    /**
     * Removes some pieces of a file, few enough that others do not wait for it.
     *
     * @return whether there may be more
     */
    boolean remove(String file) {
        Integer first = entities.createQuery(
                        "select min(p.number) from PieceRow p where p.fileId = :file", Integer.class)
                .setParameter("file", file)
                .getSingleResult();
        if (first == null) return false;
        entities.createQuery("delete from PieceRow p where p.fileId = :file and p.number < :end")
                .setParameter("file", file)
                .setParameter("end", first + AT_ONCE)
                .executeUpdate();
        return true;
    }
}
