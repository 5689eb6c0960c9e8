package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.http.Cookies;
import org.gatehouse.people.People;
import org.gatehouse.problem.Problem;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.session.Sessions;
import org.gatehouse.wallet.AccountId;

/** Takes a wallet from the account of the browser's session. */
@WebServlet("/signin/unlink")
class UnlinkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Cookies cookies;

    @Inject
    transient Sessions sessions;

    @Inject
    transient People people;

    @Inject
    transient Redirect redirect;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Session> session =
                cookies.read(request, SessionCookies.SESSION).flatMap(sessions::find);
        if (session.isPresent()) {
            Optional<Problem> problem = remove(session.get().account(), request.getParameter("wallet"));
            if (problem.isPresent()) {
                response.sendError(problem.get().status());
                return;
            }
        }
        redirect.to("/", response);
    }

    private Optional<Problem> remove(String account, String wallet) {
        try {
            return people.removeWallet(account, AccountId.parse(wallet));
        } catch (IllegalArgumentException e) {
            return Optional.of(Problem.BAD_REQUEST);
        }
    }
}
