package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.http.PublicUrl;

/** Refuses forms that a page of another site sent: the browser adds our cookies to them. */
@WebFilter(urlPatterns = {"/signin/*", "/signout", "/language", "/kyc/*"})
class CrossSiteFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PublicUrl publicUrl;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (publicUrl.sameOrigin(request.getMethod(), request::getHeader)) chain.doFilter(request, response);
        else response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
