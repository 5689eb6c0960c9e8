package org.gatehouse.kyc.application;

import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Changes of an application that must not happen at once. */
final class ApplicationLock {
    private ApplicationLock() {}

    /**
     * Holds an application until the caller's transaction is over; waits while another one does.
     *
     * @return as it is by then, whatever the caller's transaction has read before; empty where there is none, or it is erased
     */
    static Optional<ApplicationRow> hold(EntityManager entities, String id) {
        entities.createNativeQuery("select a.id from kyc_application a where a.id = ?1 for update")
                .setParameter(1, id)
                .getResultList();
        ApplicationRow row = entities.find(ApplicationRow.class, id);
        if (row == null) return Optional.empty();
        entities.refresh(row);
        return Optional.of(row).filter(held -> held.dossierSealed != null);
    }
}
