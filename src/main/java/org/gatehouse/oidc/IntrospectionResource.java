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

/** Says whether a token is valid now (RFC 7662). */
@Under(Root.OAUTH2)
@Path("introspect")
@RequestScoped
public class IntrospectionResource {
    @Inject
    GivenTokens tokens;

    /**
     * Takes a form with {@code token} from a client that can keep a secret.
     *
     * @return 200 with {@code active}, and with what the token says where it is active and was given to this client or for its audience; 400 or 401 with
     *     {@code error}
     */
    @POST
    @PermitAll
    public Response introspect(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Content-Type") @Nullable String type,
            InputStream body) {
        return Parameters.ofClient(type, body)
                .map(form -> tokens.introspect(authorization, form))
                .orElseGet(() -> OAuthAnswer.error(OAuth2Error.INVALID_REQUEST));
    }
}
