package org.gatehouse.rpums;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What a wallet does here with Gatehouse's wallet token, and where the page logs in. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    @Inject
    JsonWebToken wallet;

    @Inject
    Users users;

    @POST
    @Path("users")
    @RolesAllowed("**")
    public Response signUp(JsonObject request) {
        users.save(wallet.getSubject(), request.getJsonArray("attributes"));
        return Response.status(Response.Status.CREATED).build();
    }

    @GET
    @Path("auth/token")
    @RolesAllowed("**")
    public Response token() {
        return users.token(wallet.getSubject())
                .map(token -> Response.ok(
                        Json.createObjectBuilder().add("token", token).build()))
                .orElseGet(() -> refusal(404, "user_does_not_exist", "Sign up first"))
                .build();
    }

    @POST
    @Path("login")
    @PermitAll
    public Response login(JsonObject payload) {
        return users.redeem(payload.getString("token", ""))
                .map(mail -> Response.ok(Json.createObjectBuilder()
                        .add("redirectTo", "/welcome/" + mail)
                        .build()))
                .orElseGet(() -> refusal(401, "token_invalid", "Invalid token"))
                .build();
    }

    private static Response.ResponseBuilder refusal(int status, String code, String message) {
        return Response.status(status)
                .entity(Json.createObjectBuilder()
                        .add("code", code)
                        .add("message", message)
                        .build());
    }
}
