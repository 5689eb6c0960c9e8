package org.gatehouse.oidc;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.client.Client;

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
 * @param languages {@code ui_locales}
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
        Optional<String> loginHint,
        String languages) {
    static final String NONE = "none";
    static final String LOGIN = "login";
    static final String CONSENT = "consent";
    static final String SELECT_ACCOUNT = "select_account";

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    /** The languages of our pages. */
    static final List<String> SPOKEN = List.of("en", "de");

    /**
     * Where and how the application is answered.
     *
     * @param redirectUri the registered address
     * @param form whether by a form
     * @param state {@code state}, which goes back as it came
     */
    record Back(String redirectUri, boolean form, Optional<String> state) {}

    boolean prompts(String prompt) {
        return prompts.contains(prompt);
    }

    Waiting waiting(String id) {
        return new Waiting(
                id, client, client.admission().kinds(), loginHint.filter(ADDRESS.asMatchPredicate()), language());
    }

    /** The first language that our pages speak, whatever its region. */
    private Optional<Locale> language() {
        return Arrays.stream(languages.split(" "))
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .filter(SPOKEN::contains)
                .findFirst()
                .map(Locale::forLanguageTag);
    }
}
