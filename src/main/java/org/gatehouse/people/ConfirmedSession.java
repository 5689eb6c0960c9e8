package org.gatehouse.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Cookies;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.session.Sessions;

/** The browser's session that someone calls with, and whether it showed lately who sits there. A token does not show that. */
@Dependent
class ConfirmedSession {
    private final Cookies cookies;
    private final Sessions sessions;
    private final Clock clock;

    @Inject
    ConfirmedSession(Cookies cookies, Sessions sessions, Clock clock) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The session; empty where the call came with a token. */
    Optional<Session> of(Caller caller, HttpServletRequest request) {
        return caller.byCookie()
                ? cookies.read(request, SessionCookies.SESSION).flatMap(sessions::find)
                : Optional.empty();
    }

    /** Whether there is such a session, and a wallet said lately on our own page who sits there. */
    boolean certain(Caller caller, HttpServletRequest request) {
        return of(caller, request)
                .filter(session -> session.certain(clock.instant()))
                .isPresent();
    }
}
