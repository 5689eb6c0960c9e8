package org.gatehouse.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.vault.Randomness;

/** The end of a path that is the public id of an attempt or of an application's request. */
final class AttemptPath {
    private AttemptPath() {}

    /** The id; empty, and the request answered 404, where the path ends in anything else. */
    static Optional<String> orNotFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> id = id(request);
        if (id.isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return id;
    }

    /** The id; empty where the path ends in anything else. */
    private static Optional<String> id(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo())
                .filter(path -> path.startsWith("/"))
                .map(path -> path.substring(1))
                .filter(Randomness::isId);
    }
}
