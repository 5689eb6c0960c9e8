package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Person;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.client.Client;
import org.gatehouse.database.Conflict;
import org.gatehouse.grant.Grant;
import org.gatehouse.grant.Grants;
import org.gatehouse.grant.Redeemed;
import org.gatehouse.grant.RefreshToken;
import org.gatehouse.vault.Secret;
import org.jspecify.annotations.Nullable;

/** Turns codes and refresh tokens into tokens (RFC 6749 sections 4.1.3 and 6). Not in a transaction: it may ask a distant server. */
@Dependent
class TokenEndpoint {
    private static final String REFRESH = "grant.refresh";

    private final ClientAuthenticator authenticator;
    private final Grants grants;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Audit audit;

    @Inject
    TokenEndpoint(ClientAuthenticator authenticator, Grants grants, Accounts accounts, Tokens tokens, Audit audit) {
        this.authenticator = authenticator;
        this.grants = grants;
        this.accounts = accounts;
        this.tokens = tokens;
        this.audit = audit;
    }

    /**
     * Answers a token request.
     *
     * @param authorization the {@code Authorization} header, or null
     */
    Response answer(@Nullable String authorization, Parameters form) {
        Optional<String> type = form.get("grant_type");
        if (type.isEmpty()) return OAuthAnswer.missing("grant_type");
        return authenticator.authenticate(authorization, form).answer(client -> switch (type.get()) {
            case "authorization_code" -> redeem(client, form);
            case "refresh_token" -> refresh(client, form);
            default -> OAuthAnswer.error(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        });
    }

    private Response redeem(Client client, Parameters form) {
        Optional<String> code = form.get("code");
        Optional<String> redirectUri = form.get("redirect_uri");
        if (code.isEmpty()) return OAuthAnswer.missing("code");
        if (redirectUri.isEmpty()) return OAuthAnswer.missing("redirect_uri");
        Optional<Redeemed> redeemed = Secret.parse(code.get())
                .flatMap(secret -> Conflict.again(
                        () -> grants.redeem(secret, client, redirectUri.get(), form.get("code_verifier"))));
        if (redeemed.isEmpty()) return refused("grant.redeem", client, OAuth2Error.INVALID_GRANT);
        Grant grant = redeemed.get().grant();
        return OAuthAnswer.of(tokens.answer(
                grant,
                client,
                accounts.person(grant.account(), grant.wallet()),
                grant.scope(),
                grant.nonce(),
                redeemed.get().refresh()));
    }

    /** What the network says is asked before the token is exchanged: an outage must not cost the client its token. */
    private Response refresh(Client client, Parameters form) {
        Optional<String> text = form.get("refresh_token");
        if (text.isEmpty()) return OAuthAnswer.missing("refresh_token");
        Optional<RefreshToken> token = RefreshToken.parse(text.get());
        Optional<Grant> found = token.flatMap(presented -> Conflict.again(() -> grants.refreshable(presented, client)));
        if (token.isEmpty() || found.isEmpty()) return refused(REFRESH, client, OAuth2Error.INVALID_GRANT);
        Grant grant = found.get();
        Optional<Set<String>> scope = form.get("scope").map(Scopes::parse).orElse(Optional.of(grant.scope()));
        if (scope.isEmpty() || !grant.scope().containsAll(scope.get())) {
            return refused(REFRESH, client, OAuth2Error.INVALID_SCOPE);
        }
        Person person = accounts.person(grant.account(), grant.wallet());
        // The person may have lost since the sign-in what the client asks of people.
        return switch (client.admission().decide(grant.wallet(), person::standing)) {
            case WRONG_WALLET, STATE_TOO_LOW -> notAdmitted(grant);
            case STATE_UNKNOWN -> OAuthAnswer.later(OAuth2Error.TEMPORARILY_UNAVAILABLE);
            case ADMITTED -> exchange(grant, token.get(), client, person, scope.get());
        };
    }

    private Response notAdmitted(Grant grant) {
        audit.record(AuditEvent.of(REFRESH)
                .outcome("not-admitted")
                .account(grant.account())
                .wallet(grant.wallet().toString())
                .client(grant.client()));
        return OAuthAnswer.error(OAuth2Error.INVALID_GRANT);
    }

    /** An application that goes on with what is no good writes one line a minute. */
    private Response refused(String action, Client client, ErrorObject error) {
        audit.recordSeldom(
                AuditEvent.of(action).outcome(error.getCode().replace('_', '-')).client(client.id()), "");
        return OAuthAnswer.error(error);
    }

    private Response exchange(Grant grant, RefreshToken token, Client client, Person person, Set<String> scope) {
        return Conflict.again(() -> grants.rotate(grant, token, client))
                .map(next -> OAuthAnswer.of(tokens.answer(grant, client, person, scope, Optional.empty(), next)))
                .orElseGet(() -> OAuthAnswer.error(OAuth2Error.INVALID_GRANT));
    }
}
