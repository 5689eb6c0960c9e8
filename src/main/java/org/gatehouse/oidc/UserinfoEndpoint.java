package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Person;
import org.gatehouse.client.Client;
import org.gatehouse.grant.Claims;
import org.gatehouse.grant.Grant;
import org.gatehouse.grant.SharedClaims;
import org.gatehouse.http.Json;
import org.jspecify.annotations.Nullable;

/** Answers at userinfo. Not in a transaction: it may ask a distant server. */
@Dependent
class UserinfoEndpoint {
    private static final String SCHEME = "Bearer ";

    private final ShownTokens shownTokens;
    private final Accounts accounts;
    private final SharedClaims sharedClaims;

    @Inject
    UserinfoEndpoint(ShownTokens shownTokens, Accounts accounts, SharedClaims sharedClaims) {
        this.shownTokens = shownTokens;
        this.accounts = accounts;
        this.sharedClaims = sharedClaims;
    }

    /**
     * Answers.
     *
     * @param authorization the {@code Authorization} header, or null
     * @param inForm the token, where it came in a form
     */
    Response answer(@Nullable String authorization, Optional<String> inForm) {
        if (authorization != null && inForm.isPresent())
            return OAuthAnswer.wrongToken(BearerTokenError.INVALID_REQUEST);
        Optional<String> token = authorization == null ? inForm : bearer(authorization);
        if (token.isEmpty()) return OAuthAnswer.wrongToken(BearerTokenError.MISSING_TOKEN);
        Optional<ShownTokens.Shown> shown = shownTokens.read(token.get());
        if (shown.isEmpty()) return OAuthAnswer.wrongToken(BearerTokenError.INVALID_TOKEN);
        if (!shown.get().scope().contains(Client.OPENID))
            return OAuthAnswer.wrongToken(BearerTokenError.INSUFFICIENT_SCOPE);
        return about(shown.get());
    }

    private Response about(ShownTokens.Shown shown) {
        Grant grant = shown.grant();
        Person person = accounts.person(grant.account(), grant.wallet());
        Map<String, Object> shared = sharedClaims.of(grant.account(), shown.client(), shown.scope());
        Map<String, Object> claims = Claims.person(shown.scope(), shown.client(), person, shared);
        JsonObjectBuilder answer = Json.object(claims).add("sub", grant.account());
        return OAuthAnswer.of(answer.build());
    }

    private static Optional<String> bearer(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
