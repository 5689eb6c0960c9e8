package org.gatehouse.oidc;

import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.session.Session;

/**
 * How far a request is.
 *
 * @param request what is asked for
 * @param session who is signed in
 * @param pending the request as it waited; empty where it is new
 * @param keep lets it wait; it need not, where the application can be answered at once
 */
record Progress(
        AuthorizationRequest request,
        Optional<Session> session,
        Optional<PendingRequest> pending,
        Supplier<PendingRequest> keep) {
    /** Lets the request wait for the person. */
    Waiting waiting() {
        return request.waiting(keep.get().id());
    }

    /** Whether the person has signed in since the request came, on our own page. */
    boolean signedInSince() {
        return session.isPresent()
                && !session.get().handedOver()
                && pending.filter(waited -> !session.get().authenticatedAt().isBefore(waited.createdAt()))
                        .isPresent();
    }

    /** Whether the person said this on our page. */
    boolean decided(String decision) {
        return pending.flatMap(PendingRequest::decision)
                .filter(decision::equals)
                .isPresent();
    }
}
