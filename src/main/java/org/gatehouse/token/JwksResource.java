package org.gatehouse.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/** The public keys, by which anyone can check our tokens (RFC 7517 section 5). */
@Under(Root.OAUTH2)
@Path("jwks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JwksResource {
    /** Where the document is, below the public URL. */
    static final String PATH = "/oauth2/jwks";

    // Some applications fetch the keys again after this time only, whatever their own settings say.
    private static final String CACHE_CONTROL = "public, max-age=300";

    @Inject
    KeyRing ring;

    /** The keys that sign now, did so lately or will do so soon, each with {@code kid}, {@code alg} and {@code use}. */
    @GET
    @PermitAll
    public Response jwks() {
        return Response.ok(document(ring))
                .header("Cache-Control", CACHE_CONTROL)
                .build();
    }

    static String document(KeyRing ring) {
        List<JWK> keys = ring.published().stream().map(RingKey::publicJwk).toList();
        boolean publicOnly = true;
        return new JWKSet(keys).toString(publicOnly);
    }
}
