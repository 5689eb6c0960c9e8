package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.session.AttemptPurpose;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.Session;

/** Adds a wallet to the account of the browser's session. Whoever signed in some time ago shows first, with a wallet that the account has, who sits there. */
@WebServlet("/signin/link")
class LinkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/signin/link";
    private static final LocalPath ADDED = new LocalPath("/account?note=wallet-added");

    @Inject
    transient SignedIn signedIn;

    @Inject
    transient Beginning beginning;

    @Inject
    transient Redirect redirect;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (signedIn.session(request).isPresent()) View.LINK.show(request, response);
        else redirect.to("/signin?go=" + PATH, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Optional<Session> session = signedIn.session(request);
        if (session.isEmpty()) {
            redirect.to("/signin?go=" + PATH, response);
            return;
        }
        if (session.get().certain(clock.instant()))
            beginning.beginFor(session.get(), AttemptPurpose.LINK, ADDED, request, response);
        else beginning.beginFor(session.get(), AttemptPurpose.CONFIRM, new LocalPath(PATH), request, response);
        redirect.to("/signin", response);
    }
}
