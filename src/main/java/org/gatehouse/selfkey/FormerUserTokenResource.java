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

/** The user token where wallets 1.0.0-beta and SelfKey's first documents look for it; and all wallets, to send their person to the page of an application. */
@Under(Root.SELFKEY)
@Path("{client}/auth/token")
@RequestScoped
public class FormerUserTokenResource {
    @Inject
    UserTokenEndpoint endpoint;

    /** The same as {@link UserTokenResource} answers; and also for those who have applied here (KYC), and not signed up. */
    @GET
    @PermitAll
    public Response token(@PathParam("client") String client, @Context HttpServletRequest request) {
        return endpoint.answerApplicants(client, request);
    }
}
