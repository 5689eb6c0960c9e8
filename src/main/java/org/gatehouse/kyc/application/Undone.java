package org.gatehouse.kyc.application;

import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;

/** Ends something that an applicant does, and undoes what its transaction has stored so far. It never leaves this room: {@link Attempt} makes a result of it. */
final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refused refused;

    Undone(Refused refused) {
        super(refused.message(), null, false, false);
        this.refused = refused;
    }

    /** What was sent, or the moment, does not allow it. */
    static Undone because(String sentence) {
        return new Undone(new Refused(Refusal.UNPROCESSABLE, sentence));
    }

    Refused refused() {
        return refused;
    }

    /** Whether it is undone only since something else changed the same meanwhile. */
    boolean lost() {
        return refused.refusal() == Refusal.CONFLICT;
    }
}
