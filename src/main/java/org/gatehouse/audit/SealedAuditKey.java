package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.SealBroken;
import org.gatehouse.vault.SealedRows;

/** The audit key, as it goes over to a new master key. The key itself stays, and every node that opened it keeps it. */
@Dependent
@Transactional
class SealedAuditKey implements SealedRows {
    private static final Logger LOG = System.getLogger(SealedAuditKey.class.getName());

    private final EntityManager entities;
    private final MasterKey masterKey;

    @Inject
    SealedAuditKey(EntityManager entities, MasterKey masterKey) {
        this.entities = entities;
        this.masterKey = masterKey;
    }

    @Override
    public String name() {
        return "audit_chain";
    }

    @Override
    public long waiting(String head) {
        return waitingUnder(head).isPresent() ? 1 : 0;
    }

    @Override
    public int reseal(String head, int limit) {
        return limit > 0 && waitingUnder(head).filter(this::reseal).isPresent() ? 1 : 0;
    }

    private Optional<String> waitingUnder(String head) {
        return entities.createQuery("select c.keySealed from ChainRow c", String.class)
                .getResultStream()
                .filter(text -> text.startsWith(head))
                .findFirst();
    }

    private boolean reseal(String before) {
        try {
            return entities.createQuery("update ChainRow c set c.keySealed = :anew where c.keySealed = :before")
                            .setParameter("anew", masterKey.reseal(before, StoredChain.PLACE))
                            .setParameter("before", before)
                            .executeUpdate()
                    == 1;
        } catch (SealBroken e) {
            LOG.log(Level.ERROR, "cannot be sealed under a new master key and waits: {0}", e.getMessage());
            return false;
        }
    }
}
