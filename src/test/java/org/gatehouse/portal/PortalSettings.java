package org.gatehouse.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where Gatehouse is, and the secret that it knows the application by. */
@Named("settings")
@ApplicationScoped
public class PortalSettings {
    @Inject
    @ConfigProperty(name = "portal.gatehouse")
    String gatehouse;

    @Inject
    @ConfigProperty(name = "portal.secret")
    String secret;

    public String getGatehouse() {
        return gatehouse;
    }

    public String getSecret() {
        return secret;
    }
}
