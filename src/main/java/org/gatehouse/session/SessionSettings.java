package org.gatehouse.session;

import java.time.Duration;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;

/**
 * How long things last.
 *
 * @param attempt from the begin of a sign-in until nothing can confirm it any more
 * @param absolute the longest life of a session
 * @param idle the longest time between two uses of a session
 */
record SessionSettings(Duration attempt, Duration absolute, Duration idle) implements Settings {
    static SessionSettings read(Keys keys) {
        Duration attempt = keys.duration("gatehouse.signin.lifetime", Duration.ofMinutes(1), Duration.ofMinutes(15));
        Duration absolute = keys.duration("gatehouse.session.lifetime", Duration.ofMinutes(5), Duration.ofDays(7));
        Duration idle = keys.duration("gatehouse.session.idle", Duration.ofMinutes(1), Duration.ofDays(1));
        if (idle.compareTo(absolute) > 0) {
            throw new WrongSetting("gatehouse.session.idle", "must not be longer than gatehouse.session.lifetime");
        }
        return new SessionSettings(attempt, absolute, idle);
    }
}
