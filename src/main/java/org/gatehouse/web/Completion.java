package org.gatehouse.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.Cookies;
import org.gatehouse.session.Finish;
import org.gatehouse.session.Finishing;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.session.Sessions;
import org.gatehouse.vault.Secret;

/** Finishes this browser's attempt and sends the browser on. */
@Dependent
class Completion {
    private static final Pattern LEAVING = Pattern.compile("/oauth2/|/signin/to/");

    private final Cookies cookies;
    private final Sessions sessions;
    private final Finishing finishing;
    private final Redirect redirect;
    private final OutcomePages pages;
    private final GoOnPage page;
    private final UnchangedPage unchanged;

    @Inject
    Completion(
            Cookies cookies,
            Sessions sessions,
            Finishing finishing,
            Redirect redirect,
            OutcomePages pages,
            GoOnPage page,
            UnchangedPage unchanged) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.finishing = finishing;
        this.redirect = redirect;
        this.pages = pages;
        this.page = page;
        this.unchanged = unchanged;
    }

    /** Finishes the attempt of this secret and answers the request. */
    void complete(Secret attempt, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String userAgent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        Optional<Secret> session = cookies.read(request, SessionCookies.SESSION);
        // Another sign-in of the same new wallet may be faster and make its account; then it is there.
        Finish finish = Conflict.again(() -> finishing.finish(attempt, session, userAgent));
        if (finish instanceof Finish.SignedIn signedIn) {
            cookies.write(response, SessionCookies.SESSION, signedIn.secret(), sessions.longest());
            goOn(signedIn.goOn(), request, response);
        } else if (finish instanceof Finish.Linked linked) {
            goOn(linked.goOn(), request, response);
        } else if (finish instanceof Finish.Unchanged nothing) {
            unchanged.setReason(nothing.reason().slug());
            View.UNCHANGED.show(request, response);
        } else if (finish instanceof Finish.Before before) {
            goOn(before.goOn(), request, response);
        } else if (finish instanceof Finish.NotYet) {
            redirect.to("/signin?note=not-yet", response);
        } else {
            View.GONE.show(request, response);
        }
    }

    /**
     * The provider redirects on to an application's site. Browsers apply {@code form-action} to every redirect that follows a form, so that
     * this one has to begin in a page of its own.
     */
    private void goOn(LocalPath path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        boolean leavesFromForm = request.getMethod().equals("POST")
                && LEAVING.matcher(path.text()).lookingAt();
        if (!leavesFromForm) {
            redirect.to(path.text(), response);
        } else {
            page.setPath(path);
            pages.waiting(path, request);
            View.GOING_ON.show(request, response);
        }
    }
}
