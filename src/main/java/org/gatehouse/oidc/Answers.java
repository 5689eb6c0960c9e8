package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.openid.connect.sdk.OIDCError;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.client.Client;
import org.gatehouse.database.Conflict;
import org.gatehouse.grant.Authorized;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.oidc.AuthorizationRequest.Back;
import org.gatehouse.session.Session;

/**
 * Answers applications, each request once: a pending request is taken away first. What is refused to a person is in the trail; what is refused to
 * somebody unknown, who may ask as often as they like, is in the log alone.
 */
@Dependent
class Answers {
    private static final Logger LOG = System.getLogger(Answers.class.getName());

    private final PendingRequests pending;
    private final Conditions conditions;
    private final Codes codes;
    private final Audit audit;
    private final PublicUrl publicUrl;

    @Inject
    Answers(PendingRequests pending, Conditions conditions, Codes codes, Audit audit, PublicUrl publicUrl) {
        this.pending = pending;
        this.conditions = conditions;
        this.codes = codes;
        this.audit = audit;
        this.publicUrl = publicUrl;
    }

    /** A code; the grant's own event in the trail tells of it. Where the session has ended in this moment, nobody is signed in. Not in a transaction. */
    Outcome code(Progress progress) {
        AuthorizationRequest request = progress.request();
        Session session = progress.session().orElseThrow();
        Authorized authorized = new Authorized(
                request.client(),
                session,
                request.scope(),
                request.back().redirectUri(),
                request.nonce(),
                request.codeChallenge(),
                conditions.acr(session));
        Codes.Given given = Conflict.again(() -> codes.give(progress.pending(), authorized));
        if (given instanceof Codes.Code code) {
            return answer(request.back(), Map.of("code", code.secret().text()));
        }
        return given instanceof Codes.SignedOut
                ? error(
                        request.client(),
                        request.back(),
                        OIDCError.LOGIN_REQUIRED,
                        progress.session(),
                        Optional.empty())
                : new Outcome.Gone();
    }

    /** An error. */
    Outcome error(
            Client client, Back back, ErrorObject error, Optional<Session> session, Optional<PendingRequest> from) {
        if (!take(from)) return new Outcome.Gone();
        LOG.log(Level.INFO, "authorization request of {0} refused: {1}", client.id(), error.getCode());
        session.ifPresent(one -> audit.record(
                "authorize", error.getCode(), one.account(), one.wallet().toString(), client.id()));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error.getCode());
        parameters.put("error_description", error.getDescription());
        return answer(back, parameters);
    }

    /** None. What the request said is not logged: it is no application's. */
    Outcome refused(Outcome.Reason reason) {
        LOG.log(Level.INFO, "authorization request refused: {0}", reason.slug());
        return new Outcome.Refused(reason);
    }

    private boolean take(Optional<PendingRequest> from) {
        return from.isEmpty() || pending.remove(from.get());
    }

    /** With the issuer, so that a client of several providers knows whose answer it is (RFC 9207). */
    private Outcome answer(Back back, Map<String, String> what) {
        Map<String, String> parameters = new LinkedHashMap<>(what);
        back.state().ifPresent(state -> parameters.put("state", state));
        parameters.put("iss", publicUrl.issuer());
        return new Outcome.Answered(new Answer(back.redirectUri(), back.form(), parameters, back.language()));
    }
}
