package org.gatehouse.idena;

import java.net.URI;
import java.time.Duration;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;

/**
 * Settings of Sign-in with Idena.
 *
 * @param webApp the sign-in page of the Idena web app
 * @param nonceLifetime how long a wallet may take to sign
 * @param noncesPerToken how many nonces one token can ask for
 * @param clientTokens whether tokens that the caller made are accepted
 * @param clientTokenLifetime how long a sign-in with such a token lasts
 */
record IdenaSettings(
        URI webApp, Duration nonceLifetime, int noncesPerToken, boolean clientTokens, Duration clientTokenLifetime)
        implements Settings {
    static IdenaSettings read(Keys keys) {
        return new IdenaSettings(
                keys.url("gatehouse.idena.web-app"),
                keys.duration("gatehouse.idena.nonce-lifetime", Duration.ofSeconds(30), Duration.ofMinutes(10)),
                keys.number("gatehouse.idena.nonces-per-token", 1, 100),
                keys.flag("gatehouse.idena.client-tokens"),
                keys.duration("gatehouse.idena.client-token-lifetime", Duration.ofMinutes(1), Duration.ofDays(1)));
    }
}
