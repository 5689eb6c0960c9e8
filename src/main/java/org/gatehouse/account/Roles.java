package org.gatehouse.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Gives roles and takes them. */
@Dependent
@Transactional
public class Roles {
    private final EntityManager entities;

    @Inject
    Roles(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Gives an account a role.
     *
     * @return whether there is such an account
     */
    public boolean give(String account, String role) {
        if (!AccountLock.hold(entities, account)) return false;
        entities.find(AccountRow.class, account).roles.add(role);
        return true;
    }

    /**
     * Takes a role from an account, if it has it.
     *
     * @return whether there is such an account
     */
    public boolean take(String account, String role) {
        if (!AccountLock.hold(entities, account)) return false;
        entities.find(AccountRow.class, account).roles.remove(role);
        return true;
    }

    /** The ids of the accounts with one of these roles that are not blocked. */
    public List<String> holders(Set<String> roles) {
        return entities.createQuery(
                        "select distinct a.id from AccountRow a join a.roles r where r in :roles and a.blockedAt is null order by a.id",
                        String.class)
                .setParameter("roles", roles)
                .getResultList();
    }

    /**
     * Whether this account has a role that no other account has which is not blocked. Until the caller's transaction is over nobody else is told
     * so: of two who take the role from each other at once, one is the last.
     */
    public boolean isLast(String account, String role) {
        List<String> holders = entities.createQuery(
                        "select a.id from AccountRow a join a.roles r where r = :role order by a.id", String.class)
                .setParameter("role", role)
                .getResultList();
        if (!holders.contains(account)) return false;
        // In one order, so that two who ask at once wait for each other and do not lock each other out.
        holders.forEach(holder -> AccountLock.hold(entities, holder));
        long others = entities.createQuery(
                        "select count(a) from AccountRow a join a.roles r where r = :role and a.id <> :account and a.blockedAt is null",
                        Long.class)
                .setParameter("role", role)
                .setParameter("account", account)
                .getSingleResult();
        return others == 0;
    }
}
