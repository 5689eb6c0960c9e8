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
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;
import org.gatehouse.token.KeyRing.Revocation;
import org.gatehouse.token.SigningKey.State;
import org.jspecify.annotations.Nullable;

/** The signing keys of all families, for an administrator. Shows no private half. Each change stands in the trail with the kid's hash. */
@Under(Root.API)
@Path("keys")
@RequestScoped
public class KeysResource {
    @Inject
    KeyRings rings;

    @Inject
    Clock clock;

    /**
     * All keys that ever were, by family, algorithm and age: {@code {"keys": [{"kid", "family", "algorithm", "state", "created", "active_from",
     * "retired_at", "gone_at"}]}}, times as ISO 8601 in UTC; {@code retired_at} and {@code gone_at} only where they are set, and for an active key
     * {@code next_rotation}.
     */
    @GET
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response list() {
        JsonArrayBuilder keys = Json.array();
        Instant now = clock.instant();
        for (SigningKey row : rings.rows()) keys.add(json(row, now));
        return JsonAnswer.ok(Json.object().add("keys", keys).build());
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
        String account = security.getUserPrincipal().getName();
        return KeyFamily.named(family)
                .map(rings::of)
                .flatMap(ring ->
                        SigningAlgorithm.named(algorithm).filter(ring::has).map(named -> rotate(ring, named, account)))
                .orElseGet(Problem.UNKNOWN_KEY::response);
    }

    private static Response rotate(KeyRing ring, SigningAlgorithm algorithm, String account) {
        return ring.rotate(algorithm, account)
                .map(kid -> JsonAnswer.of(
                        Response.status(201), Json.object().add("kid", kid).build()))
                .orElseGet(Problem.KEY_PENDING::response);
    }

    /** Takes a key out at once: 204; 404 where there is none of this kid, 409 where it is gone already. */
    @POST
    @Path("{kid}/revoke")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response revoke(@PathParam("kid") String kid, @Context SecurityContext security) {
        String account = security.getUserPrincipal().getName();
        Revocation result = rings.revoke(kid, account);
        if (result == Revocation.UNKNOWN) return Problem.UNKNOWN_KEY.response();
        if (result == Revocation.GONE) return Problem.KEY_GONE.response();
        return Response.noContent().build();
    }

    private JsonObject json(SigningKey row, Instant now) {
        State state = row.state(now);
        JsonObjectBuilder json = Json.object()
                .add("kid", row.kid)
                .add("family", row.family.text())
                .add("algorithm", row.algorithm.name())
                .add("state", state.name().toLowerCase(Locale.ROOT))
                .add("created", row.createdAt.toString())
                .add("active_from", row.activeFrom.toString());
        add(json, "retired_at", row.retiredAt);
        add(json, "gone_at", row.goneAt);
        if (state == State.ACTIVE)
            add(json, "next_rotation", rings.of(row.family).nextRotation(row));
        return json.build();
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Instant time) {
        if (time != null) json.add(name, time.toString());
    }
}
