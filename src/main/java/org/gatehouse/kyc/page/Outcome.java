package org.gatehouse.kyc.page;

import java.util.Locale;

/**
 * What came of a form.
 *
 * @param kind what
 * @param message of {@link Kind#REFUSED}, the sentence that says why
 */
record Outcome(Kind kind, String message) {
    /** What can come of it. */
    enum Kind {
        DONE,
        /** There was nothing in it. */
        NOTHING,
        /** Something in it is wrong, and stands there with the reason; the rest is done. */
        WRONG,
        /** It is too long, or no form. */
        UNREADABLE,
        /** It is not taken. */
        REFUSED;

        /** Its name in the resource bundles. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Outcome of(Kind kind) {
        return new Outcome(kind, "");
    }

    static Outcome refused(String message) {
        return new Outcome(Kind.REFUSED, message);
    }
}
