package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.oidc.Authorization;
import org.gatehouse.session.Session;
import org.gatehouse.vault.Secret;

/**
 * The authorization endpoint: applications of any site send browsers here, by a link or a form (OpenID Connect Core 1.0 section 3.1.2.1). A form does
 * nothing that a link would not.
 */
@WebServlet("/oauth2/authorize")
class AuthorizeServlet extends ActingServlet {
    private static final long serialVersionUID = 1L;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST_BYTES = 16_000;

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
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(FORM)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        // Longer ones are refused, whatever is behind.
        String body = new String(request.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        Optional<Session> session = signedIn.session(request);
        pages.show(authorization.beginByForm(body, session), session, pages.browser(request), request, response);
    }
}
