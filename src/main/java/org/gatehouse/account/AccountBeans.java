package org.gatehouse.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings. */
@ApplicationScoped
class AccountBeans {
    @Produces
    @Singleton
    AccountSettings settings(Keys keys) {
        return AccountSettings.read(keys);
    }
}
