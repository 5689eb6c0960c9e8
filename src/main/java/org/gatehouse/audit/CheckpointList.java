package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The signed checkpoints, for those who keep them elsewhere. */
@Dependent
@Transactional
public class CheckpointList {
    private final EntityManager entities;

    @Inject
    CheckpointList(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A checkpoint as it is stored.
     *
     * @param number of the last event of the chain then
     * @param hash of that event
     * @param madeAt when it was signed
     * @param kid of the key that signed it
     * @param jws the checkpoint itself
     */
    public record Stored(long number, String hash, Instant madeAt, String kid, String jws) {}

    /** The newest ones, the newest first. */
    public List<Stored> newest(int skip, int limit) {
        return entities
                .createQuery("select c from CheckpointRow c order by c.number desc", CheckpointRow.class)
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(CheckpointList::stored)
                .toList();
    }

    /** The one of this number. */
    public Optional<Stored> of(long number) {
        return Optional.ofNullable(entities.find(CheckpointRow.class, number)).map(CheckpointList::stored);
    }

    /** How many there are. */
    public long count() {
        return entities.createQuery("select count(c) from CheckpointRow c", Long.class)
                .getSingleResult();
    }

    private static Stored stored(CheckpointRow row) {
        return new Stored(row.number, row.hash, row.madeAt, row.kid, row.jws);
    }
}
