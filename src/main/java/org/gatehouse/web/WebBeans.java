package org.gatehouse.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings. */
@ApplicationScoped
class WebBeans {
    @Produces
    @Singleton
    WebSettings settings(Keys keys) {
        return WebSettings.read(keys);
    }
}
