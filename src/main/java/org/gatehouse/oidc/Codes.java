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
     * @return empty where another call was first
     */
    Optional<Secret> give(Optional<PendingRequest> from, Authorized authorized) {
        if (from.isPresent() && !pending.remove(from.get())) return Optional.empty();
        return Optional.of(grants.authorize(authorized));
    }
}
