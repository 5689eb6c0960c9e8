package org.gatehouse.practice;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hides everything of this room, its files included, unless it is switched on. */
@WebFilter(urlPatterns = {"/practice-wallet/*", "/practice-node/*"})
class PracticeGate extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PracticeSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (settings.on()) chain.doFilter(request, response);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
