package org.gatehouse.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.logout.LogoutRequest;

/** The parameters of a request to sign out. */
final class LogoutParameters {
    private static final int LONGEST = 8_192;
    private static final List<String> NAMES =
            List.of("id_token_hint", "client_id", "post_logout_redirect_uri", "state", "ui_locales");

    private LogoutParameters() {}

    /** The request; empty where a parameter stands there more than once (RFC 6749 section 3.1) or is longer than any that makes sense. */
    static Optional<LogoutRequest> read(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            String[] all = request.getParameterValues(name);
            if (all == null) continue;
            if (all.length > 1 || all[0].length() > LONGEST) return Optional.empty();
            // A parameter without a value counts as absent.
            if (!all[0].isEmpty()) values.put(name, all[0]);
        }
        return Optional.of(new LogoutRequest(
                Optional.ofNullable(values.get("id_token_hint")),
                Optional.ofNullable(values.get("client_id")),
                Optional.ofNullable(values.get("post_logout_redirect_uri")),
                Optional.ofNullable(values.get("state"))));
    }

    /** {@code ui_locales}; empty where none are named. */
    static String languages(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("ui_locales")).orElse("");
    }

    /** The same request as a query, with a question mark; empty where there is nothing to say. */
    static String query(HttpServletRequest request) {
        String query = NAMES.stream()
                .filter(name -> request.getParameter(name) != null)
                .map(name -> name + "=" + URLEncoder.encode(request.getParameter(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
