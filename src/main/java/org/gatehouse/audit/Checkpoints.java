package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Signs what the chain is, from time to time, and reads what was signed. */
@Dependent
@Transactional(TxType.REQUIRES_NEW)
class Checkpoints {
    private final EntityManager entities;
    private final AuditKey key;
    private final AuditSettings settings;
    private final CheckpointSigner signer;

    @Inject
    Checkpoints(EntityManager entities, AuditKey key, AuditSettings settings, CheckpointSigner signer) {
        this.entities = entities;
        this.key = key;
        this.settings = settings;
        this.signer = signer;
    }

    /**
     * Signs a checkpoint, where it is time and there is something new.
     *
     * @return the JWS; empty where nothing is signed
     */
    Optional<String> makeIfDue(Instant now) {
        ChainRow chain = entities.find(ChainRow.class, ChainRow.ID);
        if (chain == null || chain.number == 0) return Optional.empty();
        Optional<CheckpointRow> last = last();
        boolean due = last.isEmpty()
                || (last.get().number < chain.number
                        && !now.isBefore(last.get().madeAt.plus(settings.checkpointEvery())));
        return due ? Optional.of(make(chain.number, chain.hash, now, false)) : Optional.empty();
    }

    private Optional<CheckpointRow> last() {
        return entities.createQuery("select c from CheckpointRow c order by c.number desc", CheckpointRow.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * Signs a checkpoint, in the place of one of the same number.
     *
     * @param cut whether the events up to there are removed
     * @return the JWS
     */
    @Transactional(TxType.REQUIRED)
    String make(long number, String hash, Instant now, boolean cut) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        Checkpoint bare = new Checkpoint(number, hash, at, cut, "");
        CheckpointSigner.Signed signed = signer.sign(new Checkpoint(number, hash, at, cut, key.mac(bare)));
        CheckpointRow there = entities.find(CheckpointRow.class, number);
        CheckpointRow row = there == null ? new CheckpointRow() : there;
        row.number = number;
        row.sign(hash, now, signed);
        if (there == null) entities.persist(row);
        return signed.jws();
    }

    /** What a signed checkpoint says; empty where it is none that this Gatehouse signed. */
    Optional<Checkpoint> read(String jws) {
        return signer.read(jws).filter(checkpoint -> key.mac(checkpoint).equals(checkpoint.mac()));
    }

    /** What is stored at this number. */
    Optional<String> at(long number) {
        return Optional.ofNullable(entities.find(CheckpointRow.class, number)).map(row -> row.jws);
    }

    /** Up to so many stored ones in the order of their numbers, from the first that comes after this one, to the last that is to be read. */
    List<CheckpointRow> after(long number, long last, int limit) {
        return entities.createQuery(
                        "select c from CheckpointRow c where c.number > :number and c.number <= :last order by c.number",
                        CheckpointRow.class)
                .setParameter("number", number)
                .setParameter("last", last)
                .setMaxResults(limit)
                .getResultList();
    }
}
