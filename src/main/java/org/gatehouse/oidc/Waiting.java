package org.gatehouse.oidc;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.client.Client;

/**
 * A request that waits for the person, as our pages show it.
 *
 * @param id of the pending request
 * @param client who asks
 * @param wallets the kinds of wallet that it takes; empty for all
 * @param address the address that the application expects the person to sign in with, if it named one
 * @param language the language that the application asks our pages to speak, if we speak it
 */
public record Waiting(
        String id, Client client, Set<String> wallets, Optional<String> address, Optional<Locale> language) {
    private static final String PATH = "/oauth2/authorize/";
    private static final Pattern FORM = Pattern.compile(Pattern.quote(PATH) + "([0-9a-f]{32})");

    /** The path below the public URL where the request goes on. */
    public String path() {
        return path(id);
    }

    /** The path below the public URL where the pending request of this id goes on. */
    public static String path(String id) {
        return PATH + id;
    }

    /** The id of the pending request that goes on at this path; empty where none does. */
    static Optional<String> id(String path) {
        return Optional.of(FORM.matcher(path))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }
}
