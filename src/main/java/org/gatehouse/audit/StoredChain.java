package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;

/** The row of the chain, made once. */
@Dependent
@Transactional(TxType.REQUIRES_NEW)
class StoredChain {
    /** Where the audit key is sealed for. */
    static final String PLACE = "audit_chain";

    private static final int KEY_BYTES = 32;

    private final EntityManager entities;
    private final MasterKey masterKey;
    private final Randomness randomness;

    @Inject
    StoredChain(EntityManager entities, MasterKey masterKey, Randomness randomness) {
        this.entities = entities;
        this.masterKey = masterKey;
        this.randomness = randomness;
    }

    /**
     * The audit key; empty where there is no chain.
     *
     * @throws org.gatehouse.vault.SealBroken if it was sealed under another master key, or changed
     */
    Optional<byte[]> key() {
        return row().map(row -> masterKey.open(row.keySealed, PLACE));
    }

    /** Where the chain ends; empty where there is none. */
    Optional<SeenEnd.End> end() {
        return row().map(row -> new SeenEnd.End(row.number, row.hash));
    }

    /** The row as it is now; empty where there is no chain. */
    Optional<ChainRow> row() {
        return Optional.ofNullable(entities.find(ChainRow.class, ChainRow.ID));
    }

    /** Begins the chain with a new key; fails where another node was faster. */
    void begin() {
        ChainRow row = new ChainRow();
        row.keySealed = masterKey.seal(randomness.bytes(KEY_BYTES), PLACE);
        row.hash = CanonicalText.NO_HASH;
        row.oldRows = entities.createQuery("select count(a) from AuditRow a where a.mac is null", Long.class)
                .getSingleResult();
        entities.persist(row);
        entities.flush();
    }
}
