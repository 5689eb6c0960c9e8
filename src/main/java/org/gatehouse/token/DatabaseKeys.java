package org.gatehouse.token;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.token.SigningKey.State;
import org.gatehouse.vault.MasterKey;
import org.jspecify.annotations.Nullable;

/** The keys as rows of the table {@code signing_key}. */
@Dependent
@Transactional
class DatabaseKeys implements StoredKeys {
    private static final String BEGINS = "substring(k.privateSealed, 1, " + MasterKey.HEAD_CHARACTERS + ") = :head";

    private final EntityManager entities;
    private final Audit audit;

    @Inject
    DatabaseKeys(EntityManager entities, Audit audit) {
        this.entities = entities;
        this.audit = audit;
    }

    @Override
    public List<SigningKey> all(KeyFamily family) {
        return entities.createQuery("select k from SigningKey k where k.family = :family", SigningKey.class)
                .setParameter("family", family)
                .getResultList();
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void add(SigningKey key) {
        insert(key);
        audit.record(AuditEvent.of("key.create").subject(key.kid));
    }

    private void insert(SigningKey key) {
        entities.persist(key);
        entities.flush();
    }

    @Override
    public void addSuccessor(SigningKey key, SigningKey predecessor, Instant goneAt, @Nullable String account) {
        insert(key);
        int retired = entities.createQuery("update SigningKey k set k.retiredAt = :retiredAt, k.goneAt = :goneAt"
                        + " where k.kid = :kid and k.retiredAt is null")
                .setParameter("retiredAt", key.activeFrom)
                .setParameter("goneAt", goneAt)
                .setParameter("kid", predecessor.kid)
                .executeUpdate();
        if (retired != 1) throw new IllegalStateException(predecessor.kid + " has a successor already");
        audit.record(AuditEvent.of("key.rotate").byAccount(account).subject(key.kid));
    }

    @Override
    public void revoke(SigningKey key, Optional<SigningKey> replacement, Instant now, String account) {
        // First, so that of a revocation and a rotation at once one is refused.
        replacement.ifPresent(this::insert);
        boolean signs = key.state(now) == State.ACTIVE;
        Instant retiredAt = key.retiredAt != null && key.retiredAt.isBefore(now) ? key.retiredAt : now;
        require(1, erase(key, retiredAt, now));
        if (signs && replacement.isEmpty()) require(1, promote(key, now));
        if (key.activeFrom.isAfter(now)) require(1, stay(key));
        audit.record(AuditEvent.of("key.revoke").byAccount(account).subject(key.kid));
    }

    private int erase(SigningKey key, Instant retiredAt, Instant now) {
        String asItWas = key.retiredAt == null ? "k.retiredAt is null" : "k.retiredAt = :wasRetiredAt";
        Query update = entities.createQuery(
                        "update SigningKey k set k.retiredAt = :retiredAt, k.goneAt = :now, k.privateSealed = null"
                                + " where k.kid = :kid and k.activeFrom = :activeFrom and k.privateSealed is not null and "
                                + asItWas)
                .setParameter("retiredAt", retiredAt)
                .setParameter("now", now)
                .setParameter("kid", key.kid)
                .setParameter("activeFrom", key.activeFrom);
        if (key.retiredAt != null) update.setParameter("wasRetiredAt", key.retiredAt);
        return update.executeUpdate();
    }

    /** Lets the key that was to take over from this one do so now. */
    private int promote(SigningKey key, Instant now) {
        return entities.createQuery("update SigningKey k set k.activeFrom = :now where k.family = :family"
                        + " and k.algorithm = :algorithm and k.activeFrom = :retiredAt and k.privateSealed is not null")
                .setParameter("now", now)
                .setParameter("family", key.family)
                .setParameter("algorithm", key.algorithm)
                .setParameter("retiredAt", key.retiredAt)
                .executeUpdate();
    }

    /** Lets the key from which this one was to take over go on. */
    private int stay(SigningKey key) {
        return entities.createQuery("update SigningKey k set k.retiredAt = null, k.goneAt = null"
                        + " where k.family = :family and k.algorithm = :algorithm and k.retiredAt = :activeFrom"
                        + " and k.privateSealed is not null")
                .setParameter("family", key.family)
                .setParameter("algorithm", key.algorithm)
                .setParameter("activeFrom", key.activeFrom)
                .executeUpdate();
    }

    private static void require(int expected, int changed) {
        if (changed != expected) throw new IllegalStateException("the keys have changed meanwhile");
    }

    @Override
    public List<SigningKey> sealedUnder(String head, String after, int limit) {
        return entities.createQuery(
                        "select k from SigningKey k where " + BEGINS + " and k.kid > :after order by k.kid",
                        SigningKey.class)
                .setParameter("after", after)
                .setParameter("head", head)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long countSealedUnder(String head) {
        return entities.createQuery("select count(k) from SigningKey k where " + BEGINS, Long.class)
                .setParameter("head", head)
                .getSingleResult();
    }

    @Override
    public boolean reseal(String kid, String before, String anew) {
        return entities.createQuery("update SigningKey k set k.privateSealed = :anew"
                                + " where k.kid = :kid and k.privateSealed = :before")
                        .setParameter("anew", anew)
                        .setParameter("kid", kid)
                        .setParameter("before", before)
                        .executeUpdate()
                == 1;
    }

    @Override
    public int eraseGone(KeyFamily family, Instant now) {
        return entities.createQuery("update SigningKey k set k.privateSealed = null"
                        + " where k.family = :family and k.goneAt <= :now and k.privateSealed is not null")
                .setParameter("family", family)
                .setParameter("now", now)
                .executeUpdate();
    }
}
