package org.gatehouse.token;

import java.time.Duration;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;

/**
 * How often the signing keys change. The ranges do not overlap, so that a key always signs for longer than its successor waits.
 *
 * @param keyLifetime how long a key signs
 * @param keyLead how long before that its successor is published
 */
record TokenSettings(Duration keyLifetime, Duration keyLead) implements Settings {
    static TokenSettings read(Keys keys) {
        return new TokenSettings(
                keys.duration("gatehouse.token.key-lifetime", Duration.ofDays(7), Duration.ofDays(730)),
                keys.duration("gatehouse.token.key-lead", KeyRing.LONGEST_CACHE, Duration.ofDays(6)));
    }
}
