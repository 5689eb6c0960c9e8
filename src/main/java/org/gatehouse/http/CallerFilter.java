package org.gatehouse.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the caller known to JAX-RS, servlets and pages alike, through the servlet API, and the call to the trail. The caller is looked up when something first asks,
 * so that the wallet protocols do not pay for it. {@code web.xml} puts it before the filters that ask.
 */
class CallerFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    @Any
    transient Instance<CallerSource> beans;

    transient List<CallerSource> sources = List.of();

    /** Looked up once: each look through an {@link Instance} makes its dependent beans anew and holds on to them. */
    @Override
    public void init() {
        sources = beans.stream().toList();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CalledRequest called = new CalledRequest(request);
        Runnable end = CurrentCall.begin(called);
        try {
            chain.doFilter(called, response);
        } finally {
            end.run();
        }
    }

    private Optional<Caller> identify(HttpServletRequest request) {
        for (CallerSource source : sources) if (source.claims(request)) return source.identify(request);
        return Optional.empty();
    }

    private final class CalledRequest extends HttpServletRequestWrapper {
        private boolean asked;
        private @Nullable Caller caller;

        CalledRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            if (!asked) {
                asked = true;
                caller = identify((HttpServletRequest) getRequest()).orElse(null);
            }
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return getUserPrincipal() instanceof Caller found && found.roles().contains(role);
        }

        @Override
        public @Nullable String getRemoteUser() {
            Principal principal = getUserPrincipal();
            return principal == null ? null : principal.getName();
        }
    }
}
