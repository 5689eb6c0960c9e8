package org.gatehouse.practice;

import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.http.PublicUrl;

/**
 * Whether people can practise here.
 *
 * @param on whether the practice wallet and its node answer
 */
record PracticeSettings(boolean on) implements Settings {
    static final String KEY = "gatehouse.practice-wallet";

    /** Reads the switch; on a public URL that others can reach, anyone could call themselves any person of any state. */
    static PracticeSettings read(Keys keys, PublicUrl publicUrl) {
        boolean on = keys.flag(KEY);
        if (on && !publicUrl.local()) {
            throw new WrongSetting(KEY, "may be true only while gatehouse.public-url is on localhost");
        }
        return new PracticeSettings(on);
    }
}
