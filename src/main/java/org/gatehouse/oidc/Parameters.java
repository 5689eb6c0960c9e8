package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.http.Timely;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, read strictly. One without a value is as good as absent (RFC 6749 section 3.1).
 *
 * @param values each value by its name; none of a name that stands in {@code wrong}
 * @param wrong the names that are repeated (RFC 6749 sections 3.1 and 3.2), or whose value is longer than any may be or has a control character, which
 *     no value needs and PostgreSQL does not store
 */
record Parameters(Map<String, String> values, Set<String> wrong) {
    /** The longest request of a browser: in an address in characters as they came, in a form in bytes. */
    static final int MOST = 8_000;
    /** The longest value in one, in characters after decoding. */
    static final int LONGEST = 2_000;
    /** The largest form that is read of a client, in bytes: a signed assertion is the largest thing in one. */
    static final int MOST_OF_CLIENT = 32_768;

    private static final String TYPE = "application/x-www-form-urlencoded";

    Parameters {
        values = Map.copyOf(values);
        wrong = Set.copyOf(wrong);
    }

    /** Reads the query of an address; empty where it is too long or not {@value #TYPE} in UTF-8. */
    static Optional<Parameters> ofQuery(String query) {
        return query.length() > MOST ? Optional.empty() : read(query, LONGEST);
    }

    /**
     * Reads the form that a browser brings.
     *
     * @return empty where it is too long, of another type, or not in its form
     */
    static Optional<Parameters> ofForm(@Nullable String contentType, InputStream body) {
        return ofForm(contentType, body, MOST, LONGEST);
    }

    /** Reads the form that a client sends; empty also where a parameter is wrong. */
    static Optional<Parameters> ofClient(@Nullable String contentType, InputStream body) {
        return ofForm(contentType, body, MOST_OF_CLIENT, MOST_OF_CLIENT).filter(form -> !form.faulty());
    }

    private static Optional<Parameters> ofForm(@Nullable String contentType, InputStream body, int most, int longest) {
        if (!isForm(contentType)) return Optional.empty();
        try {
            byte[] bytes = Timely.read(body, most + 1);
            return bytes.length > most ? Optional.empty() : read(new String(bytes, StandardCharsets.UTF_8), longest);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a body of this {@code Content-Type} is a form. */
    static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE);
    }

    private static Optional<Parameters> read(String encoded, int longest) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Set<String> wrong = new HashSet<>();
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
            Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) return Optional.empty();
            boolean good = seen.add(name.get()) && value.get().length() <= longest && !controls(value.get());
            if (!good) wrong.add(name.get());
            else if (!value.get().isEmpty()) values.put(name.get(), value.get());
        }
        values.keySet().removeAll(wrong);
        return Optional.of(new Parameters(values, wrong));
    }

    private static boolean controls(String value) {
        return value.chars().anyMatch(one -> one < 0x20 || one == 0x7f);
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

    /** The value of this name; empty where it is absent, without a value, or wrong. */
    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether some parameter is wrong. */
    boolean faulty() {
        return !wrong.isEmpty();
    }
}
