package org.gatehouse.selfkey;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gatehouse.http.Json;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code meta}: what the page wants handed through. Nothing here depends on it, but wallets since 1.4.4 send it always. */
final class Meta {
    static final String EXPECTED = "meta must be one JSON object of at most 4000 characters";

    private static final String NAME = "meta=";
    private static final int MOST_CHARACTERS = 4_000;

    private Meta() {}

    /** Whether a query holds none, or one that can be read. Servers differ in what they make of a query that cannot be decoded. */
    static boolean readable(@Nullable String query) {
        if (query == null) return true;
        List<String> sent = Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(NAME))
                .map(pair -> pair.substring(NAME.length()))
                .toList();
        return sent.isEmpty() || (sent.size() == 1 && object(sent.get(0)));
    }

    private static boolean object(String encoded) {
        try {
            String text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            return text.length() <= MOST_CHARACTERS
                    && Json.parse(text.getBytes(StandardCharsets.UTF_8)).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
