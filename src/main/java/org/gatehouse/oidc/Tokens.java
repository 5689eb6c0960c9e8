package org.gatehouse.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.account.Person;
import org.gatehouse.client.Client;
import org.gatehouse.client.TokenProfile;
import org.gatehouse.grant.Claims;
import org.gatehouse.grant.Grant;
import org.gatehouse.grant.Lifetimes;
import org.gatehouse.grant.RefreshToken;
import org.gatehouse.grant.SharedClaims;
import org.gatehouse.http.Json;
import org.gatehouse.token.HeaderType;
import org.gatehouse.token.IssuedToken;
import org.gatehouse.token.SigningAlgorithm;
import org.gatehouse.token.TokenIssuer;
import org.gatehouse.token.TokenRequest;
import org.gatehouse.token.TokenType;

/** Mints what a client gets at the token endpoint. */
@Dependent
class Tokens {
    private final TokenIssuer issuer;
    private final Lifetimes lifetimes;
    private final SharedClaims sharedClaims;

    @Inject
    Tokens(TokenIssuer issuer, Lifetimes lifetimes, SharedClaims sharedClaims) {
        this.issuer = issuer;
        this.lifetimes = lifetimes;
        this.sharedClaims = sharedClaims;
    }

    /**
     * The answer to a token request (RFC 6749 section 5.1, OpenID Connect Core 1.0 section 3.1.3.3).
     *
     * @param scope the scopes that hold for these tokens
     * @param nonce the {@code nonce} of the ID token, at its first time alone (section 12.2)
     * @param refresh the refresh token that belongs to the answer
     */
    JsonObject answer(
            Grant grant,
            Client client,
            Person person,
            Set<String> scope,
            Optional<String> nonce,
            RefreshToken refresh) {
        Map<String, Object> shared = sharedClaims.of(grant.account(), client, scope);
        IssuedToken access = access(grant, client, Claims.access(grant, scope, client, person, shared));
        JsonObjectBuilder answer = Json.object()
                .add("access_token", access.value())
                .add("token_type", "Bearer")
                .add("expires_in", lifetimes.access(client).toSeconds())
                .add("scope", Claims.text(scope))
                .add("refresh_token", refresh.text());
        if (scope.contains(Client.OPENID)) {
            Map<String, Object> claims = Claims.id(grant, scope, client, person, shared);
            claims.put("at_hash", hash(access, client.tokens()));
            nonce.ifPresent(value -> claims.put("nonce", value));
            answer.add("id_token", id(grant, client, claims).value());
        }
        return answer.build();
    }

    private IssuedToken access(Grant grant, Client client, Map<String, Object> claims) {
        TokenProfile profile = client.tokens();
        return issuer.issue(new TokenRequest(
                TokenType.ACCESS,
                profile.type().equals(HeaderType.AT_JWT.text()) ? HeaderType.AT_JWT : HeaderType.JWT,
                SigningAlgorithm.valueOf(profile.algorithm()),
                profile.jku(),
                grant.account(),
                profile.audience(),
                lifetimes.access(client),
                claims));
    }

    private IssuedToken id(Grant grant, Client client, Map<String, Object> claims) {
        TokenProfile profile = client.tokens();
        return issuer.issue(new TokenRequest(
                TokenType.ID,
                HeaderType.JWT,
                SigningAlgorithm.valueOf(profile.algorithm()),
                profile.jku(),
                grant.account(),
                client.id(),
                lifetimes.id(client),
                claims));
    }

    private static String hash(IssuedToken access, TokenProfile profile) {
        JWSAlgorithm algorithm = JWSAlgorithm.parse(profile.algorithm());
        // The curve counts for Ed25519 and Ed448 alone.
        return AccessTokenHash.compute(new BearerAccessToken(access.value()), algorithm, null)
                .getValue();
    }
}
