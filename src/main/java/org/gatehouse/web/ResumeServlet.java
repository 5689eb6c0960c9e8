package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.oidc.Authorization;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.Session;
import org.gatehouse.vault.Secret;

/** Where an application's request goes on when the person has signed in or said something on our page: {@code /oauth2/authorize/{request id}}. */
@WebServlet("/oauth2/authorize/*")
class ResumeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Authorization authorization;

    @Inject
    transient OutcomePages pages;

    @Inject
    transient PublicUrl publicUrl;

    @Inject
    transient GoOnPage goOn;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> id = AttemptPath.id(request);
        if (id.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Secret browser = pages.browser(request);
        pages.show(authorization.resume(id.get(), pages.session(request), browser), browser, request, response);
    }

    /** Notes what the person said; a page of its own goes on from there, since the policy of the form's page holds for what follows the form. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> id = AttemptPath.id(request);
        if (id.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!publicUrl.sameOrigin(request.getMethod(), request::getHeader)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            goOn.setPath(new LocalPath("/oauth2/authorize/" + id.get()));
            decide(id.get(), request).show(request, response);
        }
    }

    /** Without a body nobody goes on from here, so that nothing is answered. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("text/html;charset=UTF-8");
    }

    private View decide(String id, HttpServletRequest request) {
        Secret browser = pages.browser(request);
        String decision = Optional.ofNullable(request.getParameter("decision")).orElse("");
        return switch (decision) {
            case "allow" -> allow(id, browser, request);
            case "choose" -> authorization.choose(id, browser) ? View.GOING_ON : View.REQUEST_GONE;
            case "deny" -> authorization.deny(id, browser) ? View.GOING_BACK : View.REQUEST_GONE;
            default -> View.GOING_ON;
        };
    }

    /** Only as the one whom the page asked: another tab may have signed in as somebody else meanwhile, who is then asked. */
    private View allow(String id, Secret browser, HttpServletRequest request) {
        Optional<Session> asked =
                pages.session(request).filter(session -> session.id().equals(request.getParameter("session")));
        if (asked.isEmpty()) return View.GOING_ON;
        // A second click may store the first consent in the same moment.
        boolean there = Conflict.again(() -> authorization.allow(id, asked.get(), browser));
        return there ? View.GOING_ON : View.REQUEST_GONE;
    }
}
