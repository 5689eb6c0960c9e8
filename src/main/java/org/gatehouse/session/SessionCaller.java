package org.gatehouse.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.account.Accounts;
import org.gatehouse.http.Caller;
import org.gatehouse.http.CallerSource;
import org.gatehouse.http.Cookies;

/** Who calls, by the session's cookie. */
@Dependent
class SessionCaller implements CallerSource {
    private final Cookies cookies;
    private final Sessions sessions;
    private final Accounts accounts;

    @Inject
    SessionCaller(Cookies cookies, Sessions sessions, Accounts accounts) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** Whether the cookie is there and nothing else says who calls: what a program sends on purpose wins. */
    @Override
    public boolean claims(HttpServletRequest request) {
        return request.getHeader("Authorization") == null
                && cookies.read(request, SessionCookies.SESSION).isPresent();
    }

    @Override
    public Optional<Caller> identify(HttpServletRequest request) {
        return cookies.read(request, SessionCookies.SESSION)
                .flatMap(sessions::find)
                .map(session -> new Caller(session.account(), roles(session), true));
    }

    /** None where a page of an application may have come with somebody else's proof. */
    private Set<String> roles(Session session) {
        return session.handedOver() ? Set.of() : accounts.roles(session.account());
    }
}
