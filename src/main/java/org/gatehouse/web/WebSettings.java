package org.gatehouse.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;

/**
 * What the pages link to, and what they offer.
 *
 * @param demo the demo application; empty where there is none
 * @param wallets the names of the wallets that the sign-in page offers
 * @param practice whether the practice wallet stands in for what a browser lacks
 */
record WebSettings(Optional<URI> demo, Set<String> wallets, boolean practice) implements Settings {
    private static final String DEMO = "gatehouse.demo-url";
    private static final String WALLETS = "gatehouse.signin.wallets";

    /** @param known the names of all wallets that there are */
    static WebSettings read(Keys keys, Set<String> known) {
        return new WebSettings(
                keys.optional(DEMO).map(present -> keys.url(DEMO)),
                wallets(keys, known),
                keys.flag("gatehouse.practice-wallet"));
    }

    private static Set<String> wallets(Keys keys, Set<String> known) {
        Set<String> wallets = new TreeSet<>(List.of(keys.text(WALLETS).split("\\s*,\\s*", -1)));
        if (!known.containsAll(wallets))
            throw new WrongSetting(
                    WALLETS,
                    "must be one or more of " + String.join(", ", new TreeSet<>(known)) + " with commas between");
        return Set.copyOf(wallets);
    }
}
