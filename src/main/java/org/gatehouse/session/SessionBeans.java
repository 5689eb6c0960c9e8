package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings. */
@ApplicationScoped
class SessionBeans {
    @Produces
    @Singleton
    SessionSettings settings(Keys keys) {
        return SessionSettings.read(keys);
    }
}
