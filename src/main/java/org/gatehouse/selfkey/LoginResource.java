package org.gatehouse.selfkey;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.endpoint.AnyOrigin;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/** Where a page's script hands in the user token that the wallet gave it. */
@AnyOrigin
@Under(Root.SELFKEY)
@Path("{client}/login")
@RequestScoped
public class LoginResource {
    @Inject
    LoginEndpoint endpoint;

    /** What a browser asks before it lets the script call. */
    @OPTIONS
    @PermitAll
    public Response ask(@PathParam("client") String client, @Context HttpServletRequest request) {
        return endpoint.ask(client, request);
    }

    /** Takes the token, once, and says where the browser goes on. */
    @POST
    @PermitAll
    public Response login(@PathParam("client") String client, @Context HttpServletRequest request, InputStream body) {
        return endpoint.login(client, request, body);
    }
}
