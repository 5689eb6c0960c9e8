package org.gatehouse.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.http.Cookies;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.AttemptPurpose;
import org.gatehouse.session.AttemptState;
import org.gatehouse.session.Attempts;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;

/** Begins an attempt in a browser, in the place of the one that the browser had. */
@Dependent
class Beginning {
    private final Cookies cookies;
    private final Attempts attempts;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    Beginning(Cookies cookies, Attempts attempts, Randomness randomness, Clock clock) {
        this.cookies = cookies;
        this.attempts = attempts;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Where the request says that the browser shall go on to; empty where it says nothing, or an address that is not ours. */
    static Optional<LocalPath> wanted(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("go")).flatMap(LocalPath::parse);
    }

    /** Whether the attempt can still become a session. */
    static boolean open(Attempt attempt) {
        return attempt.state() == AttemptState.PENDING || attempt.state() == AttemptState.PROVEN;
    }

    /** Ends the browser's attempt, if it has one, and begins another that leads to the same place unless the request names one. */
    Attempt begin(HttpServletRequest request, HttpServletResponse response) {
        Optional<LocalPath> inherited = cookies.read(request, SessionCookies.ATTEMPT)
                .flatMap(attempts::find)
                .filter(attempt -> attempt.state() != AttemptState.FINISHED)
                .filter(attempt -> attempt.purpose() == AttemptPurpose.SIGN_IN)
                .map(Attempt::goOn);
        return begin(wanted(request).or(() -> inherited).orElse(LocalPath.HOME), request, response);
    }

    /** Sees to it that the browser has an open attempt which leads there. */
    void lead(LocalPath goOn, HttpServletRequest request, HttpServletResponse response) {
        boolean leads = cookies.read(request, SessionCookies.ATTEMPT)
                .flatMap(attempts::find)
                .filter(attempt -> open(attempt) && attempt.goOn().equals(goOn))
                .filter(attempt -> attempt.purpose() == AttemptPurpose.SIGN_IN)
                .isPresent();
        if (!leads) begin(goOn, request, response);
    }

    /** Ends the browser's attempt, if it has one, and begins one for the session that the browser has. */
    void beginFor(
            Session session,
            AttemptPurpose purpose,
            LocalPath goOn,
            HttpServletRequest request,
            HttpServletResponse response) {
        begin(secret -> attempts.beginFor(session, secret, goOn, purpose), request, response);
    }

    private Attempt begin(LocalPath goOn, HttpServletRequest request, HttpServletResponse response) {
        return begin(secret -> attempts.begin(secret, goOn), request, response);
    }

    private Attempt begin(
            Function<Secret, Attempt> beginning, HttpServletRequest request, HttpServletResponse response) {
        cookies.read(request, SessionCookies.ATTEMPT).ifPresent(attempts::end);
        Secret secret = randomness.secret();
        Attempt attempt = beginning.apply(secret);
        Duration lifetime = Duration.between(clock.instant(), attempt.expiresAt());
        cookies.write(response, SessionCookies.ATTEMPT, secret, lifetime);
        return attempt;
    }
}
