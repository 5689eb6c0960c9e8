package org.gatehouse.token;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The keys as rows of the table {@code signing_key}. */
@Dependent
@Transactional
class DatabaseKeys implements StoredKeys {
    private final EntityManager entities;

    @Inject
    DatabaseKeys(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<SigningKey> all() {
        return entities.createQuery("select k from SigningKey k", SigningKey.class)
                .getResultList();
    }

    @Override
    public void add(SigningKey key) {
        entities.persist(key);
        entities.flush();
    }

    @Override
    public void addSuccessor(SigningKey key, SigningKey predecessor, Instant goneAt) {
        add(key);
        int retired = entities.createQuery("update SigningKey k set k.retiredAt = :retiredAt, k.goneAt = :goneAt"
                        + " where k.kid = :kid and k.retiredAt is null")
                .setParameter("retiredAt", key.activeFrom)
                .setParameter("goneAt", goneAt)
                .setParameter("kid", predecessor.kid)
                .executeUpdate();
        if (retired != 1) throw new IllegalStateException(predecessor.kid + " has a successor already");
    }

    @Override
    public int eraseGone(Instant now) {
        return entities.createQuery("update SigningKey k set k.privateSealed = null"
                        + " where k.goneAt <= :now and k.privateSealed is not null")
                .setParameter("now", now)
                .executeUpdate();
    }
}
