package org.gatehouse.faces;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * A browser's request for a page with state, which was let in.
 *
 * @param owner to whom the page's state belongs, such as the session's id; it opens for nobody else
 */
public record PageCall(String owner) {
    private static final String ATTRIBUTE = PageCall.class.getName();

    /** Notes it for the request. */
    public void of(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** What was noted; empty for a page without state. */
    static Optional<PageCall> in(Object request) {
        return request instanceof HttpServletRequest http && http.getAttribute(ATTRIBUTE) instanceof PageCall call
                ? Optional.of(call)
                : Optional.empty();
    }
}
