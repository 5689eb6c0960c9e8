package org.gatehouse.kyc.application;

import java.time.Duration;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;

/**
 * Settings of reviews.
 *
 * @param within how long reviewers have for an application whose template does not say
 */
record ReviewSettings(Duration within) implements Settings {
    static ReviewSettings read(Keys keys) {
        return new ReviewSettings(
                keys.duration("gatehouse.kyc.review-within", Duration.ofMinutes(1), Duration.ofDays(365)));
    }
}
