package org.gatehouse.kyc.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.kyc.application.Text;
import org.gatehouse.problem.Problem;

/** The keys of a client's integrations API, for administrators. */
@Under(Root.API)
@Path("clients/{client}/api-keys")
@RequestScoped
public class ApiKeysResource {
    private static final int LONGEST_NAME = 100;

    @Inject
    ApiKeys keys;

    /** {@code {"api_keys": [{id, name, created_at, last_used_at?}]}}; 404 where there is no such client. */
    @GET
    @RolesAllowed({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public Response list(@PathParam("client") String client) {
        Optional<List<ApiKeyRow>> found = keys.of(client);
        if (found.isEmpty()) return Problem.UNKNOWN_CLIENT.response();
        JsonArrayBuilder list = Json.array();
        found.get().forEach(key -> list.add(json(key)));
        return JsonAnswer.ok(Json.object().add("api_keys", list).build());
    }

    /**
     * Makes a key.
     *
     * @param body {@code {"name": what people call it}}
     * @return 201 with the same as in the list and {@code key}, which is not shown again; 400, 404, 409 where the client has 20
     */
    @POST
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@PathParam("client") String client, InputStream body, @Context SecurityContext security) {
        Optional<String> name = Json.read(body)
                .flatMap((JsonObject sent) -> Json.string(sent, "name"))
                .flatMap(text -> Text.line(text, LONGEST_NAME));
        if (name.isEmpty())
            return Problem.BAD_REQUEST.response("name: must be a text of at most " + LONGEST_NAME + " characters.");
        if (keys.of(client).isEmpty()) return Problem.UNKNOWN_CLIENT.response();
        return keys.make(client, name.get(), security.getUserPrincipal().getName())
                .map(made -> JsonAnswer.of(
                        Response.status(Response.Status.CREATED),
                        json(made.row()).add("key", made.secret().text()).build()))
                .orElseGet(() -> Problem.CONFLICT.response(
                        "The client has " + ApiKeys.MOST + " keys already. Revoke one first."));
    }

    /** Revokes a key at once: 204; 404 where the client has no such key. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response revoke(
            @PathParam("client") String client, @PathParam("id") String id, @Context SecurityContext security) {
        return keys.revoke(client, id, security.getUserPrincipal().getName())
                ? Response.noContent().build()
                : Problem.NOT_FOUND.response();
    }

    private static JsonObjectBuilder json(ApiKeyRow key) {
        JsonObjectBuilder json =
                Json.object().add("id", key.id).add("name", key.name).add("created_at", key.createdAt.toString());
        if (key.lastUsedAt != null) json.add("last_used_at", key.lastUsedAt.toString());
        return json;
    }
}
