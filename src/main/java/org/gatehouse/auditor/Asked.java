package org.gatehouse.auditor;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.gatehouse.audit.TrailFilter;
import org.jspecify.annotations.Nullable;

/** Reads what of the trail is asked for from the parameters of an address. An empty one is none. */
final class Asked {
    private static final Set<String> FILTERS =
            Set.of("from", "to", "action", "outcome", "actor", "account", "client", "wallet", "application", "request");

    private final MultivaluedMap<String, String> parameters;

    private Asked(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /**
     * The filter.
     *
     * @param others which parameters there may be besides
     * @throws IllegalArgumentException with a sentence, if one is not known or cannot be read
     */
    static TrailFilter filter(MultivaluedMap<String, String> parameters, Set<String> others) {
        for (String name : parameters.keySet())
            if (!FILTERS.contains(name) && !others.contains(name))
                // What is not known must not widen what is found.
                throw new IllegalArgumentException("There is a parameter that is not known here.");
        Asked asked = new Asked(parameters);
        return new TrailFilter(
                asked.time("from"),
                asked.time("to"),
                asked.text("action"),
                asked.text("outcome"),
                asked.text("actor"),
                asked.text("account"),
                asked.text("client"),
                asked.text("wallet"),
                asked.text("application"),
                asked.text("request"));
    }

    private @Nullable String text(String name) {
        String value = parameters.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private @Nullable Instant time(String name) {
        String value = text(name);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "The parameter " + name + " must be a time like 2026-12-01T00:00:00Z.", e);
        }
    }

    /**
     * How many are asked for.
     *
     * @throws IllegalArgumentException with a sentence, if it is no number from 1 to {@code most}
     */
    static int limit(@Nullable String value, int usual, int most) {
        if (value == null || value.isBlank()) return usual;
        if (value.matches("\\d{1,6}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= most)
            return Integer.parseInt(value);
        throw new IllegalArgumentException("The parameter limit must be a whole number from 1 to " + most + ".");
    }
}
