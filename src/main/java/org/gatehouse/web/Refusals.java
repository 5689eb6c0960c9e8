package org.gatehouse.web;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The refusals of wallets that the resource bundles have a sentence for; every other is told by a general one. */
final class Refusals {
    /** The general one. */
    static final String OTHER = "other";

    private static final String PREFIX = "refusal.";
    private static final List<String> ALL =
            ResourceBundle.getBundle("org.gatehouse.web.messages", Locale.ROOT).keySet().stream()
                    .filter(key -> key.startsWith(PREFIX))
                    .map(key -> key.substring(PREFIX.length()))
                    .sorted()
                    .toList();

    private Refusals() {}

    static List<String> all() {
        return ALL;
    }

    /** This slug if it has a sentence, else {@link #OTHER}. */
    static String known(String slug) {
        return ALL.contains(slug) ? slug : OTHER;
    }
}
