package org.gatehouse.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The end of a path that is the public id of an attempt or of an application's request. */
final class AttemptPath {
    private static final Pattern FORM = Pattern.compile("/[0-9a-f]{32}");

    private AttemptPath() {}

    /** The id; empty where the path ends in anything else. */
    static Optional<String> id(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo())
                .filter(path -> FORM.matcher(path).matches())
                .map(path -> path.substring(1));
    }
}
