package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.jspecify.annotations.Nullable;

/** What a client learns of the person who an access token is about (OpenID Connect Core 1.0 section 5.3). */
@Under(Root.OAUTH2)
@Path("userinfo")
@RequestScoped
public class UserinfoResource {
    @Inject
    UserinfoEndpoint endpoint;

    /**
     * Takes the token in the {@code Authorization} header (RFC 6750 section 2.1).
     *
     * @return 200 with {@code sub} and the claims of the ID token about the person; 400, 401 or 403 with {@code WWW-Authenticate}
     */
    @GET
    @PermitAll
    public Response get(@HeaderParam("Authorization") @Nullable String authorization) {
        return endpoint.answer(authorization, Optional.empty());
    }

    /** The same; takes the token in the header, or as {@code access_token} of a form (section 2.2). */
    @POST
    @PermitAll
    public Response post(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Content-Type") @Nullable String type,
            InputStream body) {
        if (!Parameters.isForm(type)) return endpoint.answer(authorization, Optional.empty());
        return Parameters.ofClient(type, body)
                .map(form -> endpoint.answer(authorization, form.get("access_token")))
                .orElseGet(() -> OAuthAnswer.wrongToken(BearerTokenError.INVALID_REQUEST));
    }
}
