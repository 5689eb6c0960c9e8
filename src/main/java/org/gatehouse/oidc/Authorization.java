package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.grant.Consents;
import org.gatehouse.oidc.RequestReader.Bad;
import org.gatehouse.oidc.RequestReader.Good;
import org.gatehouse.oidc.RequestReader.Lost;
import org.gatehouse.oidc.RequestReader.Reading;
import org.gatehouse.session.Session;
import org.gatehouse.vault.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The authorization endpoint (OpenID Connect Core 1.0 section 3.1.2): says what comes of a request, given who is signed in in the browser that brought
 * it. What the person has to do first is done on our pages; meanwhile the request is a {@link PendingRequest} of that browser, and is read again, against
 * its client as it is then, when it goes on.
 */
@Dependent
public class Authorization {
    /** How long the person may take: a sign-in, and a second try. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** The name of the cookie with the secret that a browser's requests are bound to. */
    public static final String COOKIE = "gatehouse_requests";

    private static final String DENY = "deny";

    private final RequestReader reader;
    private final PendingRequests pending;
    private final Conditions conditions;
    private final Consents consents;
    private final ToldAttributes toldAttributes;
    private final Answers answers;

    @Inject
    Authorization(
            RequestReader reader,
            PendingRequests pending,
            Conditions conditions,
            Consents consents,
            ToldAttributes toldAttributes,
            Answers answers) {
        this.reader = reader;
        this.pending = pending;
        this.conditions = conditions;
        this.consents = consents;
        this.toldAttributes = toldAttributes;
        this.answers = answers;
    }

    /**
     * What comes of a new request. Not in a transaction: it may ask a distant server.
     *
     * @param encoded the request, {@code application/x-www-form-urlencoded}
     * @param session who is signed in in the browser
     * @param browser the secret of the browser's cookie {@value #COOKIE}; a new one where it has none
     */
    public Outcome begin(String encoded, Optional<Session> session, Secret browser) {
        Reading reading = reader.read(encoded);
        if (!(reading instanceof Good good)) return wrong(reading, session, Optional.empty());
        AuthorizationRequest request = good.request();
        return decide(new Progress(request, session, Optional.empty(), () -> pending.begin(browser, encoded)));
    }

    /**
     * What comes of a new request that a form brought: the same as of any other, but it has to come again, since browsers keep our cookies back from forms
     * of other sites.
     *
     * @param contentType the {@code Content-Type} header, or null
     */
    public Outcome beginByForm(@Nullable String contentType, InputStream body, Optional<Session> session) {
        Reading reading = reader.read(Parameters.ofForm(contentType, body));
        return reading instanceof Good good
                ? new Outcome.Again(good.parameters().encode())
                : wrong(reading, session, Optional.empty());
    }

    /** What comes of a pending request of this browser now. Not in a transaction: it may ask a distant server. */
    public Outcome resume(String id, Optional<Session> session, Secret browser) {
        Optional<PendingRequest> found = pending.find(browser, id);
        if (found.isEmpty()) return new Outcome.Gone();
        Reading reading = reader.read(found.get().query());
        if (!(reading instanceof Good good)) return wrong(reading, session, found);
        return decide(new Progress(good.request(), session, found, found::orElseThrow));
    }

    /** The pending request of this browser that goes on at a path of ours; empty where none does. */
    public Optional<Waiting> waiting(String path, Secret browser) {
        return Waiting.id(path).flatMap(id -> pending.find(browser, id)).flatMap(found -> good(found)
                .map(request -> request.waiting(found.id())));
    }

    /** The person does not want the application to be answered anything. */
    public boolean deny(String id, Secret browser) {
        return decide(id, browser, DENY);
    }

    /**
     * The person wants to go on as who is signed in.
     *
     * @param session the live session of the browser: the choice holds for no other
     */
    public boolean choose(String id, Session session, Secret browser) {
        return decide(id, browser, chosen(session));
    }

    /**
     * The person allows the application what it asks for. If it loses against another call, it can be done again.
     *
     * @param session the live session of the browser
     * @param shown the names of the attributes that the page listed: what the application's entry gained meanwhile is not allowed
     */
    public boolean allow(String id, Session session, Secret browser, Set<String> shown) {
        Optional<AuthorizationRequest> request = pending.find(browser, id).flatMap(this::good);
        request.ifPresent(found -> {
            Set<String> told = new HashSet<>(found.told());
            told.retainAll(shown);
            consents.give(session.account(), found.client().id(), found.scope(), told);
        });
        return request.isPresent();
    }

    private static String chosen(Session session) {
        return "choose " + session.id();
    }

    private boolean decide(String id, Secret browser, String decision) {
        return pending.find(browser, id)
                .filter(found -> pending.decide(found, decision))
                .isPresent();
    }

    private Optional<AuthorizationRequest> good(PendingRequest found) {
        return reader.read(found.query()) instanceof Good good ? Optional.of(good.request()) : Optional.empty();
    }

    private Outcome wrong(Reading reading, Optional<Session> session, Optional<PendingRequest> from) {
        if (reading instanceof Bad bad) return answers.error(bad.client(), bad.back(), bad.error(), session, from);
        return answers.refused(((Lost) reading).reason());
    }

    private Outcome decide(Progress progress) {
        AuthorizationRequest request = progress.request();
        if (progress.decided(DENY)) return error(progress, OAuth2Error.ACCESS_DENIED);
        boolean silent = request.prompts(AuthorizationRequest.NONE);
        if (!conditions.authenticated(progress)) {
            // Whoever has just signed in and is still another person than the application wants is not asked for ever.
            return silent || (progress.signedInSince() && !conditions.expected(progress))
                    ? error(progress, OIDCError.LOGIN_REQUIRED)
                    : new Outcome.SignIn(progress.waiting());
        }
        boolean chosen = progress.signedInSince()
                || progress.session()
                        .filter(session -> progress.decided(chosen(session)))
                        .isPresent();
        if (request.prompts(AuthorizationRequest.SELECT_ACCOUNT) && !chosen) {
            return new Outcome.Choose(progress.waiting());
        }
        Optional<Outcome> notAdmitted = silent ? silently(progress) : conditions.notAdmitted(progress);
        if (notAdmitted.isPresent()) return notAdmitted.get();
        if (!conditions.consented(progress)) {
            return silent
                    ? error(progress, request.local() ? OIDCError.INTERACTION_REQUIRED : OIDCError.CONSENT_REQUIRED)
                    : ask(progress);
        }
        return answers.code(progress);
    }

    private Outcome ask(Progress progress) {
        AuthorizationRequest request = progress.request();
        String account = progress.session().orElseThrow().account();
        return new Outcome.Consent(
                progress.waiting(), request.scope(), toldAttributes.of(account, request), request.asksOnce());
    }

    /** The page that a person would be shown, as an error. */
    private Optional<Outcome> silently(Progress progress) {
        return conditions.refusal(progress).map(error -> error(progress, error));
    }

    private Outcome error(Progress progress, ErrorObject error) {
        AuthorizationRequest request = progress.request();
        return answers.error(request.client(), request.back(), error, progress.session(), progress.pending());
    }
}
