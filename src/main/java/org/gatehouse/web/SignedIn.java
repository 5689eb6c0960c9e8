package org.gatehouse.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.Cookies;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.session.Sessions;

/** Who is signed in in a browser, and the end of that. */
@Dependent
class SignedIn {
    private final Cookies cookies;
    private final Sessions sessions;

    @Inject
    SignedIn(Cookies cookies, Sessions sessions) {
        this.cookies = cookies;
        this.sessions = sessions;
    }

    /** The live session of this browser. */
    Optional<Session> session(HttpServletRequest request) {
        return cookies.read(request, SessionCookies.SESSION).flatMap(sessions::find);
    }

    /** Ends the browser's session, if it has one. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        cookies.read(request, SessionCookies.SESSION).ifPresent(secret -> Conflict.again(() -> sessions.end(secret)));
        cookies.clear(response, SessionCookies.SESSION);
    }

    /** Ends all sessions of the one who is signed in in this browser, if anyone is. */
    void endEverywhere(HttpServletRequest request, HttpServletResponse response) {
        session(request).ifPresent(session -> Conflict.again(() -> sessions.endAll(session.account())));
        cookies.clear(response, SessionCookies.SESSION);
    }
}
