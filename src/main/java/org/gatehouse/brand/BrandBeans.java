package org.gatehouse.brand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings. */
@ApplicationScoped
class BrandBeans {
    @Produces
    @Singleton
    BrandSettings settings(Keys keys) {
        return BrandSettings.read(keys);
    }
}
