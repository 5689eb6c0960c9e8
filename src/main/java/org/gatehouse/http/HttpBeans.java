package org.gatehouse.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings. */
@ApplicationScoped
class HttpBeans {
    @Produces
    @Singleton
    PublicUrl publicUrl(Keys keys) {
        return PublicUrl.read(keys);
    }

    @Produces
    @Singleton
    TrustedProxies trustedProxies(Keys keys) {
        return TrustedProxies.read(keys);
    }
}
