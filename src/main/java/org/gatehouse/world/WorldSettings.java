package org.gatehouse.world;

import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.http.PublicUrl;

/**
 * Whether a world is made up.
 *
 * @param on whether an empty database is filled
 */
record WorldSettings(boolean on) implements Settings {
    static final String KEY = "gatehouse.practice-world";

    static WorldSettings read(Keys keys, PublicUrl publicUrl) {
        boolean on = keys.flag(KEY);
        if (on && !publicUrl.local())
            throw new WrongSetting(KEY, "may be true only while gatehouse.public-url is on localhost");
        return new WorldSettings(on);
    }
}
