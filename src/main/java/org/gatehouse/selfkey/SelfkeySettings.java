package org.gatehouse.selfkey;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Offer;

/**
 * Settings of Login with SelfKey.
 *
 * @param challenge how long a wallet may take to sign
 * @param walletToken how long a wallet token is valid
 * @param library SelfKey's own script for the sign-in page; empty for ours
 */
record SelfkeySettings(Duration challenge, Duration walletToken, Optional<Offer.Library> library) implements Settings {
    private static final String LIBRARY = "gatehouse.selfkey.lws-library";
    private static final String INTEGRITY = "gatehouse.selfkey.lws-library-integrity";
    private static final Pattern HASH = Pattern.compile("sha(256|384|512)-[A-Za-z0-9+/]{43,86}={0,2}");

    static SelfkeySettings read(Keys keys) {
        return new SelfkeySettings(
                keys.duration("gatehouse.selfkey.challenge-lifetime", Duration.ofSeconds(30), Duration.ofMinutes(30)),
                keys.duration("gatehouse.selfkey.wallet-token-lifetime", Duration.ofMinutes(1), Duration.ofHours(4)),
                keys.optional(LIBRARY).map(present -> library(keys)));
    }

    /** Whoever changes that script could act for everyone who signs in: it runs only if it is what it was when the administrator chose it. */
    private static Offer.Library library(Keys keys) {
        URI url = keys.url(LIBRARY);
        if (!"https".equals(url.getScheme()) && !PublicUrl.local(url.getHost()))
            throw new WrongSetting(LIBRARY, "must begin with https:// unless the host is localhost");
        String integrity = keys.text(INTEGRITY);
        if (!HASH.matcher(integrity).matches())
            throw new WrongSetting(INTEGRITY, "must be sha256-, sha384- or sha512- and a hash in base64");
        return new Offer.Library(url, integrity);
    }
}
