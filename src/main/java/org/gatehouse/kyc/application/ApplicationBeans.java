package org.gatehouse.kyc.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings. */
@ApplicationScoped
class ApplicationBeans {
    @Produces
    @Singleton
    ReviewSettings settings(Keys keys) {
        return ReviewSettings.read(keys);
    }
}
