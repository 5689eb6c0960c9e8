package org.gatehouse.token;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;

/** The signing keys of all families, for an administrator. Shows no private half. Each change stands in the trail with the kid's hash. */
@Under(Root.API)
@Path("keys")
@RequestScoped
public class KeysResource {
    @Inject
    KeyPlans keys;

    /**
     * All keys that ever were, by family, algorithm and age: {@code {"keys": [{"kid", "family", "algorithm", "state", "created", "active_from",
     * "retired_at", "gone_at"}]}}, times as ISO 8601 in UTC; {@code retired_at} and {@code gone_at} only where they are set, and for an active key
     * {@code next_rotation}.
     */
    @GET
    @RolesAllowed({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public Response list() {
        JsonArrayBuilder array = Json.array();
        for (KeyPlan key : keys.all()) array.add(json(key));
        return JsonAnswer.ok(Json.object().add("keys", array).build());
    }

    /**
     * Makes the successor of the active key now: 201 and {@code {"kid"}} of the pending one; 404 where there is no key of this family and algorithm, 409
     * where one is pending already.
     */
    @POST
    @Path("{algorithm}/rotate")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response rotate(
            @QueryParam("family") @DefaultValue("token") String family,
            @PathParam("algorithm") String algorithm,
            @Context SecurityContext security) {
        KeyPlans.Rotation rotation =
                keys.rotate(family, algorithm, security.getUserPrincipal().getName());
        return rotation.refused()
                .map(Problem::response)
                .orElseGet(() -> made(rotation.kid().orElseThrow()));
    }

    private static Response made(String kid) {
        return JsonAnswer.of(Response.status(201), Json.object().add("kid", kid).build());
    }

    /** Takes a key out at once: 204; 404 where there is none of this kid, 409 where it is gone already. */
    @POST
    @Path("{kid}/revoke")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response revoke(@PathParam("kid") String kid, @Context SecurityContext security) {
        return keys.revoke(kid, security.getUserPrincipal().getName())
                .map(Problem::response)
                .orElseGet(() -> Response.noContent().build());
    }

    private static JsonObject json(KeyPlan key) {
        JsonObjectBuilder json = Json.object()
                .add("kid", key.kid())
                .add("family", key.family())
                .add("algorithm", key.algorithm())
                .add("state", key.state())
                .add("created", key.createdAt().toString())
                .add("active_from", key.activeFrom().toString());
        key.retiredAt().ifPresent(time -> json.add("retired_at", time.toString()));
        key.goneAt().ifPresent(time -> json.add("gone_at", time.toString()));
        key.nextRotation().ifPresent(time -> json.add("next_rotation", time.toString()));
        return json.build();
    }
}
