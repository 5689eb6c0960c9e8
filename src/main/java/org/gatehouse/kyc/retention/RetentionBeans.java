package org.gatehouse.kyc.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings. */
@ApplicationScoped
class RetentionBeans {
    @Produces
    @Singleton
    RetentionSettings settings(Keys keys) {
        return RetentionSettings.read(keys);
    }
}
