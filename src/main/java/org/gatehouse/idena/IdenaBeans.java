package org.gatehouse.idena;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings. */
@ApplicationScoped
class IdenaBeans {
    @Produces
    @Singleton
    IdenaSettings settings(Keys keys) {
        return IdenaSettings.read(keys);
    }
}
