package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.oidc.Authorization;
import org.gatehouse.oidc.Waiting;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.Session;
import org.gatehouse.vault.Secret;

/** Where an application's request goes on when the person has signed in or said something on our page: {@code /oauth2/authorize/{request id}}. */
@WebServlet("/oauth2/authorize/*")
class ResumeServlet extends ActingServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Authorization authorization;

    @Inject
    transient OutcomePages pages;

    @Inject
    transient SignedIn signedIn;

    @Inject
    transient PublicUrl publicUrl;

    @Inject
    transient GoOnPage goOn;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> id = AttemptPath.orNotFound(request, response);
        if (id.isEmpty()) return;
        Secret browser = pages.browser(request);
        Optional<Session> session = signedIn.session(request);
        pages.show(authorization.resume(id.get(), session, browser), session, browser, request, response);
    }

    /** Notes what the person said; a page of its own goes on from there, since the policy of the form's page holds for what follows the form. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> id = AttemptPath.orNotFound(request, response);
        if (id.isEmpty()) return;
        if (!publicUrl.sameOrigin(request.getMethod(), request::getHeader)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            LocalPath path = new LocalPath(Waiting.path(id.get()));
            goOn.setPath(path);
            pages.waiting(path, request);
            decide(id.get(), request).show(request, response);
        }
    }

    private View decide(String id, HttpServletRequest request) {
        Secret browser = pages.browser(request);
        String decision = Optional.ofNullable(request.getParameter("decision")).orElse("");
        return switch (decision) {
            // A second click may store the first consent in the same moment.
            case "allow" ->
                asAsked(request, one -> Conflict.again(() -> authorization.allow(id, one, browser, shown(request))));
            case "choose" -> asAsked(request, one -> authorization.choose(id, one, browser));
            case "deny" -> authorization.deny(id, browser) ? View.GOING_BACK : View.REQUEST_GONE;
            default -> View.GOING_ON;
        };
    }

    private static Set<String> shown(HttpServletRequest request) {
        return Set.copyOf(Arrays.asList(Optional.ofNullable(request.getParameter("attributes"))
                .orElse("")
                .split(" ")));
    }

    /** Only as the one whom the page asked: another tab may have signed in as somebody else meanwhile, who is then asked. */
    private View asAsked(HttpServletRequest request, Predicate<Session> decision) {
        Optional<Session> asked =
                signedIn.session(request).filter(session -> session.id().equals(request.getParameter("session")));
        if (asked.isEmpty()) return View.GOING_ON;
        return decision.test(asked.get()) ? View.GOING_ON : View.REQUEST_GONE;
    }
}
