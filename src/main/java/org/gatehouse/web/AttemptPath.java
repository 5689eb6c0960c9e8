package org.gatehouse.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.gatehouse.vault.Randomness;

/** The end of a path that is the public id of an attempt or of an application's request. */
final class AttemptPath {
    private AttemptPath() {}

    /** The id; empty where the path ends in anything else. */
    static Optional<String> id(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo())
                .filter(path -> path.startsWith("/"))
                .map(path -> path.substring(1))
                .filter(Randomness::isId);
    }
}
