package org.gatehouse.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** One way to say who calls: a session's cookie, a bearer token. Rooms that know such a way offer a bean of this type. */
public interface CallerSource {
    /** Whether the request carries this kind of credential, valid or not. At most one kind may claim a request. */
    boolean claims(HttpServletRequest request);

    /** The caller; empty where the credential is not valid. Asked only if {@link #claims} says so. */
    Optional<Caller> identify(HttpServletRequest request);
}
