package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.logout.LogoutAnswer;
import org.gatehouse.logout.LogoutRequest;
import org.gatehouse.logout.Logouts;
import org.gatehouse.oidc.UiLocales;

/** Where applications send a person's browser to sign out (OpenID Connect RP-Initiated Logout 1.0 section 2). */
@WebServlet("/oauth2/logout")
class LogoutServlet extends ActingServlet {
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
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<LogoutRequest> asked = LogoutParameters.read(request);
        String languages = LogoutParameters.languages(request);
        site.speak(UiLocales.spoken(languages));
        if (asked.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        LogoutAnswer answer = logouts.decide(asked.get(), signedIn.session(request));
        if (answer instanceof LogoutAnswer.End end) {
            end(end.goOn(), request, response);
        } else if (answer instanceof LogoutAnswer.Ask ask) {
            page.ask(asked.get(), ask.client(), languages);
            View.SIGN_OUT.show(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** A browser leaves our cookie out of a form that another site sends, and puts it into the request that a redirect asks for. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (LogoutParameters.read(request).isEmpty()) response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        else redirect.to("/oauth2/logout" + LogoutParameters.query(request), response);
    }

    private void end(Optional<String> goOn, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        signedIn.end(request, response);
        if (goOn.isPresent()) redirect.toApplication(goOn.get(), response);
        else View.SIGNED_OUT.show(request, response);
    }
}
