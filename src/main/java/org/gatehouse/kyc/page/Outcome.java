package org.gatehouse.kyc.page;

import java.util.Locale;
import org.gatehouse.endpoint.Refused;

/**
 * What came of a form.
 *
 * @param kind what
 * @param message of {@link Kind#REFUSED}, the sentence that says why, in English; else empty
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
        /** Something else changed the application meanwhile, or closed it. */
        CONFLICT,
        /** The client does not let the wallet in, or its account is blocked. */
        FORBIDDEN,
        /** It may be taken a moment later. */
        UNAVAILABLE,
        /** It is not taken, and the message says why. */
        REFUSED;

        /** Its name in the resource bundles. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Outcome of(Kind kind) {
        return new Outcome(kind, "");
    }

    /** What people read of a refusal: in their language where its kind says enough. */
    static Outcome refused(Refused refused) {
        return switch (refused.refusal()) {
            case CONFLICT, NOT_FOUND -> of(Kind.CONFLICT);
            case FORBIDDEN -> of(Kind.FORBIDDEN);
            case UNAVAILABLE -> of(Kind.UNAVAILABLE);
            default -> new Outcome(Kind.REFUSED, refused.message());
        };
    }
}
