package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.http.Cookies;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.vault.Secret;

/** The button of someone who has confirmed in the wallet, and whose page does not go on by itself. */
@WebServlet("/signin/continue")
class ContinueServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Cookies cookies;

    @Inject
    transient Completion completion;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Secret> attempt = cookies.read(request, SessionCookies.ATTEMPT);
        if (attempt.isPresent()) completion.complete(attempt.get(), request, response);
        else View.GONE.show(request, response);
    }
}
