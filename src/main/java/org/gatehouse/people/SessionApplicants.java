package org.gatehouse.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.ApplicantSource;
import org.gatehouse.endpoint.Calling;
import org.gatehouse.endpoint.HandOver;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.session.Sessions;

/**
 * Who applies, by a session of ours. Not by one that a page of an application handed over: it may be of somebody else, in whose account the documents would
 * then be.
 */
@Dependent
public class SessionApplicants implements ApplicantSource {
    private final PublicUrl publicUrl;
    private final Cookies cookies;
    private final Sessions sessions;
    private final Accounts accounts;

    @Inject
    SessionApplicants(PublicUrl publicUrl, Cookies cookies, Sessions sessions, Accounts accounts) {
        this.publicUrl = publicUrl;
        this.cookies = cookies;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @Override
    public boolean claims(HttpServletRequest request) {
        return request.getHeader("Authorization") == null
                && cookies.read(request, HandOver.COOKIE).isEmpty()
                && cookies.read(request, SessionCookies.SESSION).isPresent();
    }

    @Override
    public Calling identify(RootEndpoint root, HttpServletRequest request) {
        if (!publicUrl.sameOrigin(request.getMethod(), request::getHeader))
            return Calling.unknown(Refusal.FORBIDDEN, "Another site's page asked for this");
        return find(root, request)
                .<Calling>map(Calling.Known::new)
                .orElseGet(() -> Calling.unknown(Refusal.TOKEN_INVALID, "Sign in again, with your wallet"));
    }

    /** Who is signed in, with a wallet that still is of the account; whatever else the request carries. */
    public Optional<Applicant> find(RootEndpoint root, HttpServletRequest request) {
        return cookies.read(request, SessionCookies.SESSION)
                .flatMap(sessions::find)
                .filter(session -> !session.handedOver() && owns(session))
                .map(session -> new Applicant(root, session.wallet()));
    }

    private boolean owns(Session session) {
        return accounts.open(session.account()) && accounts.has(session.account(), session.wallet());
    }
}
