package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.http.PublicUrl;

/** Answers everything with the headers of its {@link Surface}. Set before the work begins, so that whoever works may say it more strictly: {@code web.xml} puts it first. */
class SecurityHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PublicUrl publicUrl;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Surface.of(request).headers(publicUrl).forEach(response::setHeader);
        chain.doFilter(request, response);
    }
}
