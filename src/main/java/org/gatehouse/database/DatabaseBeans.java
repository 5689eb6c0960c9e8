package org.gatehouse.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.gatehouse.config.Keys;

/** Gives the entity manager of the current transaction to everyone, and makes this room's settings. */
@ApplicationScoped
class DatabaseBeans {
    @Produces
    @PersistenceContext(unitName = "gatehouse")
    EntityManager entityManager;

    @Produces
    @Singleton
    DatabaseSettings settings(Keys keys) {
        return DatabaseSettings.read(keys);
    }
}
