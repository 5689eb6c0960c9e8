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
import java.util.Optional;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/**
 * Where a page hands in the user token that the wallet gave it, by script: {@code /login}. Pages of the client's origins may call without credentials
 * (Fetch standard, CORS protocol); of pages of ours the sign-in's cookie counts.
 */
@Under(Root.SELFKEY)
@Path("{client}/login")
@RequestScoped
public class LoginResource {
    private static final String NOBODY = "There is no such client";
    private static final String FOREIGN = "Pages of this origin may not log in here";

    @Inject
    RootEndpoints roots;

    @Inject
    Origins origins;

    @Inject
    LoginEndpoint endpoint;

    /** What a browser asks before it lets the page's script call. */
    @OPTIONS
    @PermitAll
    public Response ask(@PathParam("client") String client, @Context HttpServletRequest request) {
        return roots.find(client)
                .map(root -> shared(
                        root,
                        request,
                        Response.noContent()
                                .header("Allow", "OPTIONS, POST")
                                .header("Access-Control-Allow-Methods", "POST")
                                .header("Access-Control-Allow-Headers", "Content-Type")
                                .header("Access-Control-Max-Age", "600")
                                .build()))
                .orElseGet(() -> endpoint.refuse(Refusal.NOT_FOUND, NOBODY));
    }

    /** Takes the token, once, and says where the browser goes on. */
    @POST
    @PermitAll
    public Response login(@PathParam("client") String client, @Context HttpServletRequest request, InputStream body) {
        Optional<RootEndpoint> root = roots.find(client);
        if (root.isEmpty()) return endpoint.refuse(Refusal.NOT_FOUND, NOBODY);
        if (origins.foreign(root.get(), request.getHeader("Origin"))) return foreign();
        return shared(root.get(), request, endpoint.login(root.get(), request, body));
    }

    /** The answer as the page of this origin may read it. */
    private Response shared(RootEndpoint root, HttpServletRequest request, Response answer) {
        Optional<String> page = Origins.page(request.getHeader("Origin"));
        if (page.isEmpty()) return vary(Response.fromResponse(answer));
        if (!origins.knows(root, page.get())) return foreign();
        return vary(Response.fromResponse(answer).header("Access-Control-Allow-Origin", page.get()));
    }

    private Response foreign() {
        return vary(Response.fromResponse(endpoint.refuse(Refusal.FORBIDDEN, FOREIGN)));
    }

    private static Response vary(Response.ResponseBuilder answer) {
        return answer.header("Vary", "Origin").build();
    }
}
