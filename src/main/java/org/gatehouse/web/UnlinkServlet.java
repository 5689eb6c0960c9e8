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
import org.gatehouse.database.Conflict;
import org.gatehouse.people.People;
import org.gatehouse.problem.Problem;
import org.gatehouse.session.AttemptPurpose;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.Session;
import org.gatehouse.wallet.AccountId;

/** Takes a wallet from the account of the browser's session. Whoever signed in some time ago shows first, with a wallet that the account has, who sits there. */
@WebServlet("/signin/unlink")
class UnlinkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final LocalPath ACCOUNT = new LocalPath("/account");

    @Inject
    transient SignedIn signedIn;

    @Inject
    transient People people;

    @Inject
    transient Beginning beginning;

    @Inject
    transient Redirect redirect;

    @Inject
    transient UnchangedPage unchanged;

    @Inject
    transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Session> session = signedIn.session(request);
        if (session.isEmpty()) {
            redirect.to("/", response);
        } else if (!session.get().certain(clock.instant())) {
            beginning.beginFor(session.get(), AttemptPurpose.CONFIRM, ACCOUNT, request, response);
            redirect.to("/signin", response);
        } else {
            answer(remove(session.get().account(), request.getParameter("wallet")), request, response);
        }
    }

    private Optional<Problem> remove(String account, String wallet) {
        AccountId known;
        try {
            known = AccountId.parse(wallet);
        } catch (IllegalArgumentException e) {
            return Optional.of(Problem.BAD_REQUEST);
        }
        return Conflict.again(() -> people.removeWallet(account, known));
    }

    private void answer(Optional<Problem> problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (problem.isEmpty()) {
            // Whoever removed the wallet that this session was signed in with is not signed in any more.
            redirect.to(signedIn.session(request).isPresent() ? "/account?note=wallet-removed" : "/", response);
        } else if (problem.get() == Problem.LAST_WALLET) {
            unchanged.setReason(problem.get().slug());
            View.UNCHANGED.show(request, response);
        } else {
            response.sendError(problem.get().status());
        }
    }
}
