package org.gatehouse.selfkey;

import java.time.Duration;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;

/**
 * Settings of Login with SelfKey.
 *
 * @param challenge how long a wallet may take to sign
 * @param walletToken how long a wallet token is valid
 */
record SelfkeySettings(Duration challenge, Duration walletToken) implements Settings {
    static SelfkeySettings read(Keys keys) {
        return new SelfkeySettings(
                keys.duration("gatehouse.selfkey.challenge-lifetime", Duration.ofSeconds(30), Duration.ofMinutes(30)),
                keys.duration("gatehouse.selfkey.wallet-token-lifetime", Duration.ofMinutes(1), Duration.ofHours(4)));
    }
}
