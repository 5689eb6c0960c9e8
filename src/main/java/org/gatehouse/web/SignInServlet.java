package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Cookies;
import org.gatehouse.oidc.Waiting;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.AttemptPurpose;
import org.gatehouse.session.Attempts;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.vault.Secret;

/** The sign-in page: shows this browser's open attempt, or begins one. */
@WebServlet("/signin")
class SignInServlet extends ActingServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Cookies cookies;

    @Inject
    transient Attempts attempts;

    @Inject
    transient Beginning beginning;

    @Inject
    transient SignInPage page;

    @Inject
    transient GoOnPage goOn;

    @Inject
    transient OutcomePages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<LocalPath> wanted = Beginning.wanted(request);
        Optional<Secret> secret = cookies.read(request, SessionCookies.ATTEMPT);
        Optional<Attempt> open = secret.flatMap(attempts::find)
                .filter(Beginning::open)
                // Whoever signed out meanwhile has no account any more to add a wallet to.
                .filter(attempt ->
                        attempt.purpose() == AttemptPurpose.SIGN_IN || request.getUserPrincipal() instanceof Caller)
                // Another application sent the person here meanwhile: this attempt would lead to the wrong one.
                .filter(attempt -> wanted.map(attempt.goOn()::equals).orElse(true));
        if (open.isPresent()) {
            show(open.get(), request, response);
        } else if (request.getUserPrincipal() instanceof Caller) {
            goOn.setPath(wanted.orElse(LocalPath.HOME));
            View.ALREADY.show(request, response);
        } else {
            show(beginning.begin(request, response), request, response);
        }
    }

    private void show(Attempt attempt, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Waiting> waiting = pages.waiting(attempt.goOn(), request);
        boolean signedIn = request.getUserPrincipal() instanceof Caller;
        page.show(attempt, waiting, signedIn, request.getParameter("note"));
        goOn.setPath(attempt.goOn());
        response.setHeader("Content-Security-Policy", page.policy());
        View.SIGN_IN.show(request, response);
    }
}
