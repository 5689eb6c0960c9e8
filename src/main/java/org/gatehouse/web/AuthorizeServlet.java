package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.oidc.Authorization;
import org.gatehouse.oidc.Outcome;
import org.gatehouse.vault.Secret;

/**
 * The authorization endpoint: applications of any site send browsers here, by a link or a form (OpenID Connect Core 1.0 section 3.1.2.1). A form does
 * nothing that a link would not.
 */
@WebServlet("/oauth2/authorize")
class AuthorizeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Authorization authorization;

    @Inject
    transient OutcomePages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        Secret browser = pages.browser(request);
        pages.show(authorization.begin(query, pages.session(request), browser), browser, request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Outcome outcome =
                authorization.beginByForm(request.getContentType(), request.getInputStream(), pages.session(request));
        pages.show(outcome, pages.browser(request), request, response);
    }

    /** Without a body nobody goes on from here, so that nothing is begun. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("text/html;charset=UTF-8");
    }
}
