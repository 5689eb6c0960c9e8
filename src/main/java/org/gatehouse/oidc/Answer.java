package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an application is answered, through the person's browser (RFC 6749 sections 4.1.2 and 4.1.2.1).
 *
 * @param redirectUri the registered address that it goes to
 * @param form whether a form carries it (OAuth 2.0 Form Post Response Mode), and not the address
 * @param parameters names and values, in the order in which they are sent
 * @param language what our page speaks on the way there, if the application says so
 */
public record Answer(String redirectUri, boolean form, Map<String, String> parameters, Optional<Locale> language) {
    public Answer {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** The address with the answer in its query, behind the query that was registered. */
    public String location() {
        Map<String, List<String>> lists = parameters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> List.of(entry.getValue()), (one, two) -> one, LinkedHashMap::new));
        return redirectUri + (redirectUri.contains("?") ? "&" : "?") + URLUtils.serializeParameters(lists);
    }

    /** What a Content-Security-Policy calls the place that the answer goes to: scheme, host and port, or an application's own scheme. */
    public String origin() {
        URI uri = URI.create(redirectUri);
        return uri.getHost() == null ? uri.getScheme() + ":" : uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** The error, such as {@code access_denied}; {@code ok} where it is none. */
    String outcome() {
        return parameters.getOrDefault("error", "ok");
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "answer " + outcome();
    }
}
