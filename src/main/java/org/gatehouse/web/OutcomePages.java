package org.gatehouse.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.brand.BrandPage;
import org.gatehouse.http.Cookies;
import org.gatehouse.oidc.Answer;
import org.gatehouse.oidc.Authorization;
import org.gatehouse.oidc.Outcome;
import org.gatehouse.oidc.Waiting;
import org.gatehouse.session.LocalPath;
import org.gatehouse.session.Session;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;

/** Shows what comes of an application's request: a page, or a redirect. */
@Dependent
class OutcomePages {
    private static final String RETRY_SECONDS = "5";

    private final Cookies cookies;
    private final Authorization authorization;
    private final Randomness randomness;
    private final Beginning beginning;
    private final Redirect redirect;
    private final SitePage site;
    private final BrandPage brand;
    private final RequestPage page;
    private final AnswerPage answerPage;

    @Inject
    OutcomePages(
            Cookies cookies,
            Authorization authorization,
            Randomness randomness,
            Beginning beginning,
            Redirect redirect,
            SitePage site,
            BrandPage brand,
            RequestPage page,
            AnswerPage answerPage) {
        this.cookies = cookies;
        this.authorization = authorization;
        this.randomness = randomness;
        this.beginning = beginning;
        this.redirect = redirect;
        this.site = site;
        this.brand = brand;
        this.page = page;
        this.answerPage = answerPage;
    }

    /** The request of this browser that goes on there; the page speaks as it asks. */
    Optional<Waiting> waiting(LocalPath path, HttpServletRequest request) {
        Optional<Waiting> waiting = cookies.read(request, Authorization.COOKIE)
                .flatMap(browser -> authorization.waiting(path.text(), browser));
        site.speak(waiting.flatMap(Waiting::language));
        waiting.ifPresent(known -> brand.of(known.client().id()));
        return waiting;
    }

    /** The secret that this browser's requests are bound to: a new one where it has none. */
    Secret browser(HttpServletRequest request) {
        return cookies.read(request, Authorization.COOKIE).orElseGet(randomness::secret);
    }

    /**
     * Shows it.
     *
     * @param session the session that it came of
     * @param browser what {@link #browser} gave; the browser keeps it as long as its latest request waits
     */
    void show(
            Outcome outcome,
            Optional<Session> session,
            Secret browser,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        if (outcome instanceof Outcome.Answered answered) {
            answer(answered.answer(), request, response);
        } else if (outcome instanceof Outcome.Refused refused) {
            page.refuse(refused.reason());
            View.REQUEST_REFUSED.show(request, response);
        } else if (outcome instanceof Outcome.Again again) {
            redirect.to("/oauth2/authorize?" + again.query(), response);
        } else if (outcome instanceof Outcome.ForPerson forPerson) {
            Waiting waiting = forPerson.waiting();
            cookies.write(response, Authorization.COOKIE, browser, Authorization.LIFETIME);
            site.speak(waiting.language());
            brand.of(waiting.client().id());
            page.show(waiting, session);
            ask(forPerson, request, response);
        } else {
            View.REQUEST_GONE.show(request, response);
        }
    }

    private void ask(Outcome.ForPerson outcome, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (outcome instanceof Outcome.SignIn) {
            beginning.lead(new LocalPath(outcome.waiting().path()), request, response);
            redirect.to("/signin", response);
        } else if (outcome instanceof Outcome.Choose) {
            View.CHOOSE.show(request, response);
        } else if (outcome instanceof Outcome.Consent consent) {
            page.consent(consent);
            View.CONSENT.show(request, response);
        } else if (outcome instanceof Outcome.OtherWallet other) {
            page.takes(other.kinds());
            View.OTHER_WALLET.show(request, response);
        } else if (outcome instanceof Outcome.StateTooLow low) {
            page.tooLow(low);
            View.STATE_TOO_LOW.show(request, response);
        } else {
            response.setHeader("Retry-After", RETRY_SECONDS);
            View.STATE_UNKNOWN.show(request, response);
        }
    }

    /** A code stands in the address or in the page that follows: the next site must not be told by a Referer. */
    private void answer(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Referrer-Policy", "no-referrer");
        if (answer.form()) {
            response.setHeader("Content-Security-Policy", Surface.formTo(answer.origin()));
            answerPage.show(answer);
            site.speak(answer.language());
            site.fix();
            View.FORM_POST.show(request, response);
        } else {
            // Not 302 or 307, with which a browser may send a form again (RFC 9700 section 4.12).
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", answer.location());
        }
    }
}
