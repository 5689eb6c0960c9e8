package org.gatehouse.selfkey;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/** Where a wallet fetches what its page signs in with. */
@Under(Root.SELFKEY)
@Path("{client}/users/token")
@RequestScoped
public class UserTokenResource {
    @Inject
    UserTokenEndpoint endpoint;

    /** The user token under both names that wallets and pages read. */
    @GET
    @PermitAll
    public Response token(@PathParam("client") String client, @Context HttpServletRequest request) {
        return endpoint.answer(client, request);
    }
}
