package org.gatehouse.client;

import java.util.Locale;

/**
 * Which registered clients someone looks for.
 *
 * @param text what their id or entry has in it, whatever the case: a name, a host; empty for all
 * @param newestFirst whether those that were changed last come first; by id otherwise
 */
public record ClientSearch(String text, boolean newestFirst) {
    private static final int LONGEST = 100;

    public ClientSearch {
        // PostgreSQL refuses a question with a zero byte itself.
        text = text.replace("\0", "").strip();
        if (text.length() > LONGEST) text = text.substring(0, LONGEST);
    }

    /** As a pattern of {@code like}, with {@code !} before what stands for itself. */
    String pattern() {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
