package org.gatehouse.token;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/** The public keys of the tokens that applications take (RFC 7517 section 5). Wallet tokens have keys of their own, which are never here. */
@Under(Root.OAUTH2)
@Path("jwks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JwksResource {
    /** Where the document is, below the public URL. */
    static final String PATH = "/oauth2/jwks";

    @Inject
    Jwks jwks;

    /** The keys that sign now, did so lately or will do so soon, each with {@code kid}, {@code alg} and {@code use}. */
    @GET
    @PermitAll
    public Response jwks() {
        return jwks.tokens();
    }
}
