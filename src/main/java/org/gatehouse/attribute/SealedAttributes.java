package org.gatehouse.attribute;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.ResealLoop;
import org.gatehouse.vault.SealedRows;

/** The values, as they go over to a new master key. */
@Dependent
class SealedAttributes implements SealedRows {
    private static final String BEGINS = "substring(a.valueSealed, 1, " + MasterKey.HEAD_CHARACTERS + ") = :head";

    private final EntityManager entities;
    private final MasterKey masterKey;

    @Inject
    SealedAttributes(EntityManager entities, MasterKey masterKey) {
        this.entities = entities;
        this.masterKey = masterKey;
    }

    @Override
    public String name() {
        return "shared_attribute";
    }

    @Override
    public long waiting(String head) {
        return entities.createQuery("select count(a) from SharedAttributeRow a where " + BEGINS, Long.class)
                .setParameter("head", head)
                .getSingleResult();
    }

    @Override
    public int reseal(String head, int limit) {
        return ResealLoop.run(
                limit, (after, most) -> sealedUnder(head, after, most), row -> row.valueSealed, this::reseal);
    }

    /** What is sealed is different in each row: so rows can be told apart and ordered by it. */
    private List<SharedAttributeRow> sealedUnder(String head, String after, int limit) {
        return entities.createQuery(
                        "select a from SharedAttributeRow a where " + BEGINS
                                + " and a.valueSealed > :after order by a.valueSealed",
                        SharedAttributeRow.class)
                .setParameter("head", head)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    private boolean reseal(SharedAttributeRow row) {
        return store(row, masterKey.reseal(row.valueSealed, row.place()));
    }

    private boolean store(SharedAttributeRow row, String anew) {
        return entities.createQuery("update SharedAttributeRow a set a.valueSealed = :anew"
                                + " where a.accountId = :account and a.clientId = :client and a.id = :id"
                                + " and a.valueSealed = :before")
                        .setParameter("anew", anew)
                        .setParameter("account", row.accountId)
                        .setParameter("client", row.clientId)
                        .setParameter("id", row.id)
                        .setParameter("before", row.valueSealed)
                        .executeUpdate()
                == 1;
    }
}
