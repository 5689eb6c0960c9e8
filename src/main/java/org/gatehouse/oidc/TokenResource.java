package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.jspecify.annotations.Nullable;

/** The token endpoint (RFC 6749 section 3.2). */
@Under(Root.OAUTH2)
@Path("token")
@RequestScoped
public class TokenResource {
    @Inject
    TokenEndpoint endpoint;

    /**
     * Takes a form with {@code grant_type} {@code authorization_code} or {@code refresh_token}, from a client that shows who it is.
     *
     * @return 200 with tokens (section 5.1), 400, 401 or 503 with {@code error} (section 5.2)
     */
    @POST
    @PermitAll
    public Response token(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Content-Type") @Nullable String type,
            InputStream body) {
        return Parameters.ofClient(type, body)
                .map(form -> endpoint.answer(authorization, form))
                .orElseGet(() -> OAuthAnswer.error(OAuth2Error.INVALID_REQUEST));
    }
}
