package org.gatehouse.web;

import java.net.URI;
import java.util.Optional;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;

/**
 * What the pages link to.
 *
 * @param demo the demo application; empty where there is none
 */
record WebSettings(Optional<URI> demo) implements Settings {
    private static final String DEMO = "gatehouse.demo-url";

    static WebSettings read(Keys keys) {
        return new WebSettings(keys.optional(DEMO).map(present -> keys.url(DEMO)));
    }
}
