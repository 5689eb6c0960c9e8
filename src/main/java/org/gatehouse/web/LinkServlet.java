package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.http.Cookies;
import org.gatehouse.session.AttemptPurpose;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.session.Sessions;

/** Adds a wallet to the account of the browser's session. Whoever signed in some time ago shows first, with a wallet that the account has, who sits there. */
@WebServlet("/signin/link")
class LinkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/signin/link";

    /** For how long a wallet's signature says who sits there. */
    private static final Duration CERTAIN = Duration.ofMinutes(10);

    @Inject
    transient Cookies cookies;

    @Inject
    transient Sessions sessions;

    @Inject
    transient Beginning beginning;

    @Inject
    transient Redirect redirect;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (session(request).isPresent()) View.LINK.show(request, response);
        else redirect.to("/signin?go=" + PATH, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Optional<Session> session = session(request);
        if (session.isEmpty()) {
            redirect.to("/signin?go=" + PATH, response);
            return;
        }
        boolean certain =
                session.get().authenticatedAt().isAfter(clock.instant().minus(CERTAIN));
        if (certain) beginning.beginFor(session.get(), AttemptPurpose.LINK, LocalPath.HOME, request, response);
        else beginning.beginFor(session.get(), AttemptPurpose.CONFIRM, new LocalPath(PATH), request, response);
        redirect.to("/signin", response);
    }

    private Optional<Session> session(HttpServletRequest request) {
        return cookies.read(request, SessionCookies.SESSION).flatMap(sessions::find);
    }
}
