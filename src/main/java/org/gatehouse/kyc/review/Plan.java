package org.gatehouse.kyc.review;

import java.util.Optional;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Change;

/** What is to become of an application: it is {@link To}, or {@link Refused}. */
sealed interface Plan {
    /**
     * This change.
     *
     * @param actor who changes its status, where that is changed
     * @param note what is said with that
     */
    record To(Change change, Actor actor, Optional<String> note) implements Plan {}

    /** None. */
    record Refused(Reviewed.Not not) implements Plan {}

    static Plan to(Change change, Actor actor) {
        return new To(change, actor, Optional.empty());
    }

    static Plan refused(Reviewed.Not not) {
        return new Refused(not);
    }
}
