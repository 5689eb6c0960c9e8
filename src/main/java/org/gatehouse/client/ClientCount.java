package org.gatehouse.client;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** How many clients are registered. */
@Dependent
@Transactional
public class ClientCount {
    private final EntityManager entities;

    @Inject
    ClientCount(EntityManager entities) {
        this.entities = entities;
    }

    /** How many there are, disabled ones included; the one that is built in aside. */
    public long all() {
        return entities.createQuery("select count(c) from ClientRow c", Long.class)
                .getSingleResult();
    }
}
