package org.gatehouse.account;

import jakarta.persistence.EntityManager;

/** Changes of an account that must not happen at once. */
final class AccountLock {
    private AccountLock() {}

    /**
     * Holds an account until the caller's transaction is over; waits while another one does. In SQL, as the JPA providers lock an entity together with
     * the tables beside it, which PostgreSQL refuses.
     *
     * @return whether there is such an account; one that was erased is none
     */
    static boolean hold(EntityManager entities, String account) {
        return !entities.createNativeQuery(
                        "select a.id from account a where a.id = ?1 and a.erased_at is null for update")
                .setParameter(1, account)
                .getResultList()
                .isEmpty();
    }
}
