package org.gatehouse.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings. */
@ApplicationScoped
class OidcBeans {
    @Produces
    @Singleton
    OidcSettings settings(Keys keys) {
        return OidcSettings.read(keys);
    }
}
