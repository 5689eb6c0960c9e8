package org.gatehouse.oidc;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.client.Client;
import org.gatehouse.client.SelfkeyProfile;

/**
 * An authorization request that is in order (OpenID Connect Core 1.0 section 3.1.2.1, RFC 7636 section 4.3).
 *
 * @param client who asks
 * @param back where and how it is answered
 * @param scope the scopes that it asks for and may have
 * @param nonce {@code nonce}
 * @param codeChallenge {@code code_challenge}, of the method S256
 * @param prompts what the person has to be asked
 * @param maxAge {@code max_age}
 * @param acr the first value of {@code acr_values} that is known here
 * @param idTokenHint {@code id_token_hint}
 * @param loginHint {@code login_hint}
 */
record AuthorizationRequest(
        Client client,
        Back back,
        Set<String> scope,
        Optional<String> nonce,
        Optional<String> codeChallenge,
        Set<String> prompts,
        Optional<Duration> maxAge,
        Optional<String> acr,
        Optional<String> idTokenHint,
        Optional<String> loginHint) {
    static final String NONE = "none";
    static final String LOGIN = "login";
    static final String CONSENT = "consent";
    static final String SELECT_ACCOUNT = "select_account";

    /** An address on the person's own machine whose port is free to choose (RFC 8252 section 7.3): before and behind the port. */
    static final Pattern FREE_PORT = Pattern.compile("http://(127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?(/.*|\\?.*|)");

    private static final Pattern WEB = Pattern.compile("https?:");
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

    /**
     * Where and how the application is answered.
     *
     * @param redirectUri the registered address
     * @param form whether by a form
     * @param state {@code state}, which goes back as it came
     * @param language what our pages speak on the way there, if the application says so and we speak it ({@code ui_locales})
     */
    record Back(String redirectUri, boolean form, Optional<String> state, Optional<Locale> language) {}

    boolean prompts(String prompt) {
        return prompts.contains(prompt);
    }

    /** The scopes that the person has to have allowed; none where the person need not be asked. */
    Set<String> toAllow() {
        if (asksAnew() || client.consent()) return scope;
        return scope.contains(Client.ATTRIBUTES) ? Set.of(Client.ATTRIBUTES) : Set.of();
    }

    /** The attributes that it asks for, as consents remember them. */
    Set<String> told() {
        return client.selfkey()
                .filter(profile -> scope.contains(Client.ATTRIBUTES))
                .map(SelfkeyProfile::told)
                .orElse(Set.of());
    }

    /** Whether a person who has allowed the same before is not asked. */
    boolean asksOnce() {
        return !local() && (client.consent() || scope.contains(Client.ATTRIBUTES));
    }

    /** Whether the person is asked, whatever was allowed before. */
    boolean asksAnew() {
        return prompts(CONSENT) || local();
    }

    /**
     * Whether the answer goes to a program on the person's own machine that proves nothing: any other there may have sent the request in its name
     * (RFC 8252 section 8.6). An address with a port of its own is that of a server that somebody runs there.
     */
    boolean local() {
        if (client.authentication().confidential()) return false;
        String uri = back.redirectUri();
        return FREE_PORT.matcher(uri).matches() || !WEB.matcher(uri).lookingAt();
    }

    Waiting waiting(String id) {
        return new Waiting(
                id, client, client.admission().kinds(), loginHint.filter(ADDRESS.asMatchPredicate()), back.language());
    }
}
