package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.logout.LogoutAnswer;
import org.gatehouse.logout.LogoutRequest;
import org.gatehouse.logout.Logouts;
import org.gatehouse.oidc.UiLocales;

/** The person's own decision to sign out: here or everywhere, by themselves or because an application asked. */
@WebServlet("/signout")
class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient SignedIn signedIn;

    @Inject
    transient Logouts logouts;

    @Inject
    transient Redirect redirect;

    @Inject
    transient LogoutPage page;

    @Inject
    transient SitePage site;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<LogoutRequest> asked = LogoutParameters.read(request);
        site.speak(UiLocales.spoken(LogoutParameters.languages(request)));
        // Nobody is signed in any more by then: what is asked for is only where to go.
        LogoutAnswer answer =
                asked.map(known -> logouts.decide(known, Optional.empty())).orElseGet(LogoutAnswer.Refused::new);
        if (!(answer instanceof LogoutAnswer.End end)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (request.getParameter("everywhere") != null) signedIn.endEverywhere(request, response);
        else signedIn.end(request, response);
        if (request.getParameter("asked") == null) {
            redirect.to("/", response);
        } else {
            // The form's redirects may not leave us (form-action), so that a page leads on.
            end.goOn().ifPresent(page::done);
            View.SIGNED_OUT.show(request, response);
        }
    }
}
