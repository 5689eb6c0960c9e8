package org.gatehouse.kyc.review;

import java.util.Optional;
import org.gatehouse.kyc.application.Text;

/** What reviewers write. */
final class Words {
    /** The longest note, comment or message, in characters. */
    static final int LONGEST = 4_000;

    /** The longest label, and the longest option. */
    static final int LONGEST_LABEL = 200;

    private Words() {}

    /** What is wrong with a text of this name; empty where nothing is. */
    static Optional<String> fault(String name, String text, int most) {
        return Text.of(text, most).isPresent()
                ? Optional.empty()
                : Optional.of(name + " should be a text of at most " + most + " characters");
    }

    /** The same for one that may be missing. */
    static Optional<String> fault(String name, Optional<String> text, int most) {
        return text.flatMap(present -> fault(name, present, most));
    }
}
