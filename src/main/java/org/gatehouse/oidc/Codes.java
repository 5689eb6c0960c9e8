package org.gatehouse.oidc;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.gatehouse.grant.Authorized;
import org.gatehouse.grant.Grants;
import org.gatehouse.vault.Secret;

/** Gives codes. That a request waits no more and that it was given a code is one fact: where the one fails, so does the other. */
@Dependent
@Transactional
class Codes {
    private final PendingRequests pending;
    private final Grants grants;

    @Inject
    Codes(PendingRequests pending, Grants grants) {
        this.pending = pending;
        this.grants = grants;
    }

    /**
     * A code for a request.
     *
     * @param from the request as it waited; empty where it is new
     */
    Given give(Optional<PendingRequest> from, Authorized authorized) {
        if (from.isPresent() && !pending.remove(from.get())) return new AnsweredBefore();
        return grants.authorize(authorized).<Given>map(Code::new).orElseGet(SignedOut::new);
    }

    /** What came of it. */
    sealed interface Given {}

    /** The code. */
    record Code(Secret secret) implements Given {}

    /** Another call was first. */
    record AnsweredBefore() implements Given {}

    /** The session has ended in this moment. */
    record SignedOut() implements Given {}
}
