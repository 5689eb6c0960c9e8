package org.gatehouse.oidc;

import java.time.Duration;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;

/**
 * Settings of what applications get.
 *
 * @param accessLifetime how long an access token is valid unless its client says otherwise
 */
record OidcSettings(Duration accessLifetime) implements Settings {
    static OidcSettings read(Keys keys) {
        return new OidcSettings(
                keys.duration("gatehouse.token.access-lifetime", Duration.ofMinutes(1), Duration.ofHours(1)));
    }
}
