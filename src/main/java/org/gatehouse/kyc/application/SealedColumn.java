package org.gatehouse.kyc.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.ResealLoop;

/** A sealed column of rows that have an {@code id}, as it goes over to a new master key. */
final class SealedColumn {
    private final EntityManager entities;
    private final MasterKey masterKey;
    private final String entity;
    private final String column;
    private final UnaryOperator<String> place;

    /** @param place for what a row's text is sealed, by the row's id */
    SealedColumn(
            EntityManager entities, MasterKey masterKey, String entity, String column, UnaryOperator<String> place) {
        this.entities = entities;
        this.masterKey = masterKey;
        this.entity = entity;
        this.column = column;
        this.place = place;
    }

    long waiting(String head) {
        return entities.createQuery("select count(e) from " + entity + " e where " + begins(), Long.class)
                .setParameter("head", head)
                .getSingleResult();
    }

    int reseal(String head, int limit) {
        return ResealLoop.run(
                limit,
                (after, most) -> sealedUnder(head, after, most),
                row -> (String) row[0],
                row -> store((String) row[0], (String) row[1]));
    }

    private List<Object[]> sealedUnder(String head, String after, int limit) {
        return entities.createQuery(
                        "select e.id, e." + column + " from " + entity + " e where " + begins()
                                + " and e.id > :after order by e.id",
                        Object[].class)
                .setParameter("head", head)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    private String begins() {
        return "substring(e." + column + ", 1, " + MasterKey.HEAD_CHARACTERS + ") = :head";
    }

    private boolean store(String id, String before) {
        return entities.createQuery("update " + entity + " e set e." + column + " = :anew where e.id = :id and e."
                                + column + " = :before")
                        .setParameter("anew", masterKey.reseal(before, place.apply(id)))
                        .setParameter("id", id)
                        .setParameter("before", before)
                        .executeUpdate()
                == 1;
    }
}
