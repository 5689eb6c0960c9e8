package org.gatehouse.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.gatehouse.config.Keys;
import org.gatehouse.session.WalletOption;

/** Makes this room's settings. */
@ApplicationScoped
class WebBeans {
    @Produces
    @Singleton
    WebSettings settings(Keys keys, @Any Instance<WalletOption> options) {
        return WebSettings.read(keys, options.stream().map(WalletOption::name).collect(Collectors.toSet()));
    }
}
