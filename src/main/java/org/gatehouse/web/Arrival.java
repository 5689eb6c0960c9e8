package org.gatehouse.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.database.Conflict;
import org.gatehouse.selfkey.Login;
import org.gatehouse.selfkey.Logins;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.Attempts;
import org.gatehouse.session.LocalPath;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;

/** Signs a browser in that arrives with a login which an application's page began. */
@Dependent
class Arrival {
    private final Logins logins;
    private final Attempts attempts;
    private final Randomness randomness;
    private final Completion completion;

    @Inject
    Arrival(Logins logins, Attempts attempts, Randomness randomness, Completion completion) {
        this.logins = logins;
        this.attempts = attempts;
        this.randomness = randomness;
        this.completion = completion;
    }

    /** Opens the address of this secret, and answers the request. The attempt begins and ends here: no wallet ever waits for it. */
    void signIn(Secret address, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Login> login = Conflict.again(() -> logins.open(address));
        if (login.isEmpty()) {
            View.GONE.show(request, response);
            return;
        }
        Secret browser = randomness.secret();
        Attempt attempt = attempts.beginArrival(
                browser, new LocalPath("/signin/to/" + login.get().client()));
        attempts.prove(attempt.token(), login.get().wallet(), login.get().signedAt());
        completion.complete(browser, request, response);
    }
}
