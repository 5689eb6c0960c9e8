package org.gatehouse.brand;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The legal links that a page can have, in the order in which it shows them. */
enum LinkKind {
    IMPRINT,
    PRIVACY,
    TERMS,
    SUPPORT;

    /** The kind of this name in {@code brand.json}. */
    static Optional<LinkKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(name)).findFirst();
    }

    /** Its name there, and in resource bundles. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
