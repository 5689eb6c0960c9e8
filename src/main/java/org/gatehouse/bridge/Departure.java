package org.gatehouse.bridge;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.session.LocalPath;
import org.gatehouse.vault.Secret;

/**
 * A browser that left a portal to sign in. Nothing of it is stored: what comes back proves by the browser's cookie that it left from here (RFC 9700
 * section 4.7). One cookie serves any number of tabs.
 *
 * @param browser the secret of the cookie on the portal's host
 * @param id a new id for each departure
 * @param goOn the path on the portal's host to come back to
 */
record Departure(Secret browser, String id, LocalPath goOn) {
    // What the provider takes as a state, less what goes before the path.
    private static final int LONGEST_PATH = 1_900;
    private static final Pattern STATE = Pattern.compile("([0-9a-f]{32})\\.([A-Za-z0-9_-]{43})(/.*)");

    Departure {
        if (goOn.text().length() > LONGEST_PATH) goOn = LocalPath.HOME;
    }

    /** The departure that this state is of; empty where the browser of this cookie did not leave with it. */
    static Optional<Departure> returned(Secret browser, String state) {
        Matcher parts = STATE.matcher(state);
        if (!parts.matches()) return Optional.empty();
        return LocalPath.parse(parts.group(3))
                .map(path -> new Departure(browser, parts.group(1), path))
                .filter(departure -> departure.state().equals(state));
    }

    /** The request's {@code state}. */
    String state() {
        return id + "." + derived("state " + id + goOn.text()) + goOn.text();
    }

    /** The {@code code_verifier} (RFC 7636 section 4.1). */
    String verifier() {
        return derived("verifier " + id);
    }

    private String derived(String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(browser.derive("bridge " + purpose));
    }
}
