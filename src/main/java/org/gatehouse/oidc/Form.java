package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request with a body of {@code application/x-www-form-urlencoded}. A parameter without a value is as one that is not there
 * (RFC 6749 section 3.2).
 */
final class Form {
    /** The largest body that is read, in bytes: a signed assertion is the largest thing in one. */
    static final int MAX_BYTES = 32_768;

    private static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, List<String>> parameters;

    private Form(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** Reads a body; empty where it is of another type, too large, or has a parameter more than once. */
    static Optional<Form> read(@Nullable String contentType, InputStream body) {
        if (contentType == null) return Optional.empty();
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals(TYPE)) return Optional.empty();
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? Optional.empty() : parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads the text of a body; empty where a parameter is there more than once. */
    static Optional<Form> parse(String text) {
        Map<String, List<String>> parameters = URLUtils.parseParameters(text);
        boolean repeated = parameters.values().stream().anyMatch(values -> values.size() > 1);
        return repeated ? Optional.empty() : Optional.of(new Form(parameters));
    }

    /** The value of a parameter; empty where it is not there, or empty. */
    Optional<String> text(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
