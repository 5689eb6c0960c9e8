package org.gatehouse.oidc;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.TreeSet;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/** Who the caller is, by session or by token. */
@Under(Root.API)
@Path("me")
@RequestScoped
public class MeResource {
    /** {@code {"sub": account id, "roles": [...]}}. */
    @GET
    @RolesAllowed(Caller.PERSON)
    public Response me(@Context SecurityContext security) {
        Caller caller = (Caller) security.getUserPrincipal();
        JsonArrayBuilder roles = Json.array();
        new TreeSet<>(caller.roles()).forEach(roles::add);
        String body = Json.object()
                .add("sub", caller.account())
                .add("roles", roles)
                .build()
                .toString();
        return Response.ok(body, MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .build();
    }
}
