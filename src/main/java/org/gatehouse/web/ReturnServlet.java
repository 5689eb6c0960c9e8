package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.http.Cookies;
import org.gatehouse.session.Attempts;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.vault.Secret;

/**
 * Where the wallet sends the browser: {@code /signin/return/{attempt id}}. Anyone can open this address, so that it proves nothing: it
 * finishes an attempt only in the browser that began it, and tells every other browser the same, whatever the id.
 */
@WebServlet("/signin/return/*")
class ReturnServlet extends ActingServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Cookies cookies;

    @Inject
    transient Attempts attempts;

    @Inject
    transient Completion completion;

    @Inject
    transient GoOnPage page;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> id = AttemptPath.orNotFound(request, response);
        if (id.isEmpty()) return;
        Optional<Secret> mine = cookies.read(request, SessionCookies.ATTEMPT).filter(secret -> attempts.find(secret)
                .filter(attempt -> attempt.id().equals(id.get()))
                .isPresent());
        if (mine.isPresent()) {
            completion.complete(mine.get(), request, response);
        } else {
            page.setAttempt(id.get());
            View.ELSEWHERE.show(request, response);
        }
    }
}
