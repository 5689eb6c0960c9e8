package org.gatehouse.endpoint;

import jakarta.servlet.http.HttpServletRequest;

/** One way to say who applies: a wallet's token, a session of ours, a cookie of a page. Rooms that know such a way offer a bean of this type. */
public interface ApplicantSource {
    /** Whether the request carries this kind of credential, valid or not. At most one kind may claim a request. */
    boolean claims(HttpServletRequest request);

    /**
     * Finds out who it is. Asked only if {@link #claims} says so.
     *
     * @param root the root endpoint that is called
     */
    Calling identify(RootEndpoint root, HttpServletRequest request);
}
