package org.gatehouse.kyc.review;

import java.util.Optional;

/** What reviewers write. */
final class Words {
    /** The longest note, comment or message, in characters. */
    static final int LONGEST = 4_000;

    /** The longest label, and the longest option. */
    static final int LONGEST_LABEL = 200;

    private Words() {}

    /** What is wrong with a text of this name; empty where nothing is. */
    static Optional<String> fault(String name, String text, int most) {
        if (text.isBlank()) return Optional.of(name + " is empty");
        if (text.length() > most) return Optional.of(name + " has more than " + most + " characters");
        return text.indexOf(0) < 0 ? Optional.empty() : Optional.of(name + " holds a character that no text has");
    }

    /** The same for one that may be missing. */
    static Optional<String> fault(String name, Optional<String> text, int most) {
        return text.flatMap(present -> fault(name, present, most));
    }
}
