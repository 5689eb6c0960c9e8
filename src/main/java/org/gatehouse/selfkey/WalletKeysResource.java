package org.gatehouse.selfkey;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gatehouse.endpoint.AnyOrigin;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.token.Jwks;
import org.gatehouse.token.SigningAlgorithm;

/** The public keys of wallet tokens, by which a client's own server checks them (RFC 7517 section 5). No other token of ours is signed with these. */
@Under(Root.SELFKEY)
@Path("{client}/jwks")
@AnyOrigin
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WalletKeysResource {
    @Inject
    RootEndpoints roots;

    @Inject
    Jwks jwks;

    /** The keys that sign now, did so lately or will do so soon: those of all clients, since a token says by {@code aud} for whom it is. */
    @GET
    @PermitAll
    public Response jwks(@PathParam("client") String client) {
        Response answer = roots.find(client)
                .map(root ->
                        jwks.wallets(SigningAlgorithm.valueOf(root.profile().algorithm())))
                .orElseGet(() -> Refusal.NOT_FOUND.response(RootEndpoints.UNKNOWN));
        return Response.fromResponse(answer)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
