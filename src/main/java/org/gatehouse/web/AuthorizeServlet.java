package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.oidc.Authorization;
import org.gatehouse.oidc.Outcome;
import org.gatehouse.session.Session;
import org.gatehouse.vault.Secret;

/**
 * The authorization endpoint: applications of any site send browsers here, by a link or a form (OpenID Connect Core 1.0 section 3.1.2.1). A form does
 * nothing that a link would not.
 */
@WebServlet("/oauth2/authorize")
class AuthorizeServlet extends ActingServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Authorization authorization;

    @Inject
    transient OutcomePages pages;

    @Inject
    transient SignedIn signedIn;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        Secret browser = pages.browser(request);
        Optional<Session> session = signedIn.session(request);
        pages.show(authorization.begin(query, session, browser), session, browser, request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Session> session = signedIn.session(request);
        Outcome outcome = authorization.beginByForm(request.getContentType(), request.getInputStream(), session);
        pages.show(outcome, session, pages.browser(request), request, response);
    }
}
