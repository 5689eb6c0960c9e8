package org.gatehouse.world;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;
import org.gatehouse.http.PublicUrl;

/** Makes this room's settings. */
@ApplicationScoped
class WorldBeans {
    @Produces
    @Singleton
    WorldSettings settings(Keys keys, PublicUrl publicUrl) {
        return WorldSettings.read(keys, publicUrl);
    }
}
