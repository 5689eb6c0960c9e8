package org.gatehouse.oidc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code scope} as messages have it (RFC 6749 section 3.3). */
final class Scopes {
    private static final Pattern FORM =
            Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+( [\\x21\\x23-\\x5b\\x5d-\\x7e]+)*");

    private Scopes() {}

    /** The scopes of this text, at least one; empty where it has not the form. */
    static Optional<Set<String>> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(Set.copyOf(List.of(text.split(" ")))) : Optional.empty();
    }
}
