package org.gatehouse.client;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Keeps clients from being removed while something is stored for them, which nobody would take away again. */
@Dependent
public class ClientLock {
    private final EntityManager entities;

    @Inject
    ClientLock(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Holds a registered client until the caller's transaction is over: whoever removes it waits, and finds what this transaction stored.
     *
     * @return false where it has been removed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hold(String client) {
        // PostgreSQL refuses the question itself.
        if (client.indexOf('\0') >= 0) return false;
        return !entities.createNativeQuery("select c.id from client c where c.id = ?1 for update")
                .setParameter(1, client)
                .getResultList()
                .isEmpty();
    }
}
