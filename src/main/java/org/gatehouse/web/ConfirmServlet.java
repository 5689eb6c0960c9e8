package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.session.AttemptPurpose;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.Session;

/** Lets whoever is signed in show once more who sits there, with a wallet that the account has, and leads back: for what needs a proof of this moment. */
@WebServlet("/signin/confirm")
class ConfirmServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/signin/confirm";

    @Inject
    transient SignedIn signedIn;

    @Inject
    transient Beginning beginning;

    @Inject
    transient Redirect redirect;

    /** Where a form goes that begins such a proof anew, which leads there. */
    static String again(LocalPath goOn) {
        return PATH + "?go=" + URLEncoder.encode(goOn.text(), StandardCharsets.UTF_8);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        LocalPath goOn = Beginning.wanted(request).orElse(LocalPath.HOME);
        Optional<Session> session = signedIn.session(request);
        if (session.isEmpty()) {
            redirect.to("/signin?go=" + URLEncoder.encode(goOn.text(), StandardCharsets.UTF_8), response);
            return;
        }
        beginning.beginFor(session.get(), AttemptPurpose.CONFIRM, goOn, request, response);
        redirect.to("/signin", response);
    }
}
