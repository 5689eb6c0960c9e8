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

/** Takes tokens back that a client needs no more (RFC 7009). */
@Under(Root.OAUTH2)
@Path("revoke")
@RequestScoped
public class RevocationResource {
    @Inject
    GivenTokens tokens;

    /**
     * Takes a form with {@code token}, an access or refresh token, from the client that it was given to. Either kind takes back all that came of the
     * same sign-in at this client.
     *
     * @return 200, also where the token is none that is valid; 400 or 401 with {@code error}
     */
    @POST
    @PermitAll
    public Response revoke(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Content-Type") @Nullable String type,
            InputStream body) {
        return Parameters.ofClient(type, body)
                .map(form -> tokens.revoke(authorization, form))
                .orElseGet(() -> OAuthAnswer.error(OAuth2Error.INVALID_REQUEST));
    }
}
