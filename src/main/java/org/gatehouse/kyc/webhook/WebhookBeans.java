package org.gatehouse.kyc.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what this node posts deliveries with. */
@ApplicationScoped
class WebhookBeans {
    @Produces
    @Singleton
    Receivers receivers() {
        return new Receivers();
    }

    void close(@Disposes Receivers receivers) {
        receivers.close();
    }
}
