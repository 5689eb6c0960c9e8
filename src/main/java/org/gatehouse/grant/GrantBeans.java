package org.gatehouse.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings. */
@ApplicationScoped
class GrantBeans {
    @Produces
    @Singleton
    Lifetimes lifetimes(Keys keys) {
        return Lifetimes.read(keys);
    }
}
