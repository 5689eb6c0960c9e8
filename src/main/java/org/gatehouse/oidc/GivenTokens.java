package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gatehouse.client.Client;
import org.gatehouse.grant.Claims;
import org.gatehouse.grant.Grant;
import org.gatehouse.grant.Grants;
import org.gatehouse.grant.RefreshToken;
import org.gatehouse.http.Json;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.oidc.ShownTokens.Shown;
import org.jspecify.annotations.Nullable;

/** What clients do with tokens that they were given: take them back (RFC 7009) and ask about them (RFC 7662). */
@Dependent
class GivenTokens {
    private final ClientAuthenticator authenticator;
    private final ShownTokens shownTokens;
    private final Grants grants;
    private final PublicUrl publicUrl;

    @Inject
    GivenTokens(ClientAuthenticator authenticator, ShownTokens shownTokens, Grants grants, PublicUrl publicUrl) {
        this.authenticator = authenticator;
        this.shownTokens = shownTokens;
        this.grants = grants;
        this.publicUrl = publicUrl;
    }

    /**
     * Takes a token back with all that came of its grant. A token of another client is refused (RFC 7009 section 2.1).
     *
     * @param authorization the {@code Authorization} header, or null
     */
    Response revoke(@Nullable String authorization, Parameters form) {
        return withToken(authorization, form, (client, token) -> {
            Optional<Grant> grant = RefreshToken.parse(token)
                    .map(grants::of)
                    .orElseGet(() -> shownTokens.read(token).map(Shown::grant));
            if (grant.isPresent() && !grant.get().client().equals(client.id())) {
                return OAuthAnswer.error(OAuth2Error.INVALID_GRANT);
            }
            grant.ifPresent(grants::revoke);
            return OAuthAnswer.done();
        });
    }

    /**
     * Says what a token is worth now. Who is not meant to see it learns that it is worth nothing, as of any text.
     *
     * @param authorization the {@code Authorization} header, or null
     */
    Response introspect(@Nullable String authorization, Parameters form) {
        return withToken(authorization, form, (client, token) -> {
            if (!client.authentication().confidential()) return OAuthAnswer.error(OAuth2Error.INVALID_CLIENT);
            Optional<JsonObject> active = RefreshToken.parse(token)
                    .map(refresh -> grants.valid(refresh, client).map(this::refresh))
                    .orElseGet(() -> shownTokens
                            .read(token)
                            .filter(shown -> meantFor(client, shown))
                            .map(GivenTokens::access));
            return OAuthAnswer.of(
                    active.orElseGet(() -> Json.object().add("active", false).build()));
        });
    }

    private Response withToken(
            @Nullable String authorization, Parameters form, BiFunction<Client, String, Response> answer) {
        return authenticator.authenticate(authorization, form).answer(client -> form.get("token")
                .map(token -> answer.apply(client, token))
                .orElseGet(() -> OAuthAnswer.missing("token")));
    }

    private static boolean meantFor(Client client, Shown shown) {
        return shown.client().id().equals(client.id())
                || client.tokens().audience().equals(shown.token().claims().get("aud"));
    }

    private static JsonObject access(Shown shown) {
        Map<String, Object> claims = new HashMap<>(shown.token().claims());
        claims.put("scope", Claims.text(shown.scope()));
        claims.put("active", true);
        claims.put("token_type", "Bearer");
        return Json.object(claims).build();
    }

    private JsonObject refresh(Grant grant) {
        return Json.object()
                .add("active", true)
                .add("client_id", grant.client())
                .add("iss", publicUrl.issuer())
                .add("scope", Claims.text(grant.scope()))
                .add("sub", grant.account())
                .build();
    }
}
