package org.gatehouse.selfkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings. */
@ApplicationScoped
class SelfkeyBeans {
    @Produces
    @Singleton
    SelfkeySettings settings(Keys keys) {
        return SelfkeySettings.read(keys);
    }
}
