package org.gatehouse.kyc.retention;

import java.time.Duration;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;

/**
 * Settings of retention.
 *
 * @param abandoned after how long an application is canceled that waits for its applicant
 * @param kept for how long after its decision an application is kept whose applicant had everything erased, where its template has it kept and says no time
 */
record RetentionSettings(Duration abandoned, Duration kept) implements Settings {
    static RetentionSettings read(Keys keys) {
        return new RetentionSettings(
                Duration.ofDays(keys.number("gatehouse.kyc.abandoned-days", 1, 3_650)),
                Duration.ofDays(keys.number("gatehouse.kyc.keep-days-when-erased", 1, 36_500)));
    }
}
