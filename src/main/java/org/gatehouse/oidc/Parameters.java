package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters of a request, read strictly. One without a value is as good as absent (RFC 6749 section 3.1).
 *
 * @param values each value by its name; where a name is repeated, none
 * @param repeated the names that stand there more than once
 * @param tooLong the names whose values are longer than any may be
 */
record Parameters(Map<String, String> values, Set<String> repeated, Set<String> tooLong) {
    /** The longest request, in characters as they came. */
    static final int MOST = 8_000;
    /** The longest value, in characters after decoding. */
    static final int LONGEST = 2_000;

    Parameters {
        values = Map.copyOf(values);
        repeated = Set.copyOf(repeated);
        tooLong = Set.copyOf(tooLong);
    }

    /** Reads {@code application/x-www-form-urlencoded} in UTF-8; empty where it is longer than {@value #MOST} characters or not in that form. */
    static Optional<Parameters> parse(String encoded) {
        return parse(encoded, MOST, LONGEST);
    }

    /**
     * The same with other limits, in characters.
     *
     * @param most of the whole
     * @param longest of each value
     */
    static Optional<Parameters> parse(String encoded, int most, int longest) {
        if (encoded.length() > most) return Optional.empty();
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        Set<String> tooLong = new HashSet<>();
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
            Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) return Optional.empty();
            if (!seen.add(name.get())) {
                repeated.add(name.get());
                values.remove(name.get());
            } else if (value.get().length() > longest) {
                tooLong.add(name.get());
            } else if (!value.get().isEmpty()) {
                values.put(name.get(), value.get());
            }
        }
        return Optional.of(new Parameters(values, repeated, tooLong));
    }

    /** Bytes that are not UTF-8 would come back as other ones than were sent. */
    private static Optional<String> decode(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return decoded.indexOf('\uFFFD') < 0 ? Optional.of(decoded) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same values, encoded anew: letters, digits and what stands in addresses, whatever came. */
    String encode() {
        return URLUtils.serializeParameters(values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
    }

    /** The value of this name; empty where it is absent, without a value, repeated or too long. */
    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether some name is repeated or some value too long. */
    boolean excessive() {
        return !repeated.isEmpty() || !tooLong.isEmpty();
    }
}
