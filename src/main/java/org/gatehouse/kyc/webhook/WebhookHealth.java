package org.gatehouse.kyc.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** How many webhooks cannot be told. */
@Dependent
@Transactional
public class WebhookHealth {
    private final EntityManager entities;

    @Inject
    WebhookHealth(EntityManager entities) {
        this.entities = entities;
    }

    /** How many there are whose last try failed, and which are tried on. */
    public long failing() {
        return count("w.failingSince is not null and w.disabledAt is null");
    }

    /** How many are told nothing any more. */
    public long disabled() {
        return count("w.disabledAt is not null");
    }

    private long count(String which) {
        return entities.createQuery("select count(w) from WebhookRow w where " + which, Long.class)
                .getSingleResult();
    }
}
