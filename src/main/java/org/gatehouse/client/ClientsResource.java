package org.gatehouse.client;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Registered clients, for administrators. {@code docs/clients.md} describes the entries and the calls. */
@Under(Root.API)
@Path("clients")
@RequestScoped
public class ClientsResource {
    private static final int MOST = 200;
    private static final String NO_OBJECT = "The body must be one JSON object of at most " + Json.MAX_BYTES + " bytes.";

    @Inject
    Registrations registrations;

    @Inject
    PublicUrl publicUrl;

    /**
     * Clients by id, without the one that is built in.
     *
     * @param after the id after which the page begins
     * @param limit the most clients on the page, 1 to 200
     * @return {@code {"clients": [{client_id, name, enabled, from_file}], "next": the "after" of the next page, if there is one}}
     */
    @GET
    @RolesAllowed({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public Response list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        if (!after.isEmpty() && !ClientReader.isId(after)) return bad("after must be a client_id.");
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST) {
            return bad("limit must be a number from 1 to " + MOST + ".");
        }
        int size = Integer.parseInt(limit);
        List<StoredClient> found = registrations.after(after, size + 1);
        JsonArrayBuilder page = Json.array();
        found.stream().limit(size).forEach(client -> page.add(summary(client)));
        JsonObjectBuilder body = Json.object().add("clients", page);
        if (found.size() > size) body.add("next", found.get(size - 1).id());
        return JsonAnswer.ok(body.build());
    }

    private static JsonObjectBuilder summary(StoredClient client) {
        return Json.object()
                .add("client_id", client.id())
                .add("name", client.name())
                .add("enabled", client.enabled())
                .add("from_file", client.fromFile().isPresent());
    }

    /**
     * Registers a client.
     *
     * @param body its entry
     * @return 201 with the client, and its secret in {@code client_secret} where it proves itself by one: it is not shown again; 400, 409
     */
    @POST
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream body, @Context SecurityContext security) {
        Optional<JsonObject> entry = Json.read(body);
        if (entry.isEmpty()) return bad(NO_OBJECT);
        Registered registered = registrations.register(entry.get(), caller(security));
        if (!registered.done()) return refused(registered);
        StoredClient client = registered.client().orElseThrow();
        JsonObjectBuilder answer = whole(client);
        registered.secret().ifPresent(secret -> answer.add("client_secret", secret.text()));
        URI location = URI.create(publicUrl.at("/api/clients/" + client.id()));
        return JsonAnswer.of(Response.created(location).header("ETag", etag(client)), answer.build());
    }

    /**
     * One client.
     *
     * @return 200 with {@code {"client": its entry, "from_file": whether the clients file has a part in it, "secrets": [{created_at, expires_at, from_file}],
     *     "warnings": [sentences]}} and its version as {@code ETag}; 404
     */
    @GET
    @Path("{id}")
    @RolesAllowed({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public Response one(@PathParam("id") String id) {
        return registrations.find(id).map(this::shown).orElseGet(Problem.UNKNOWN_CLIENT::response);
    }

    /**
     * Replaces a client's entry.
     *
     * @param match the {@code ETag} of the version that it replaces
     * @return 200 with the client; 400, 404, 409, 412 where it was changed since, 428 where {@code If-Match} is missing
     */
    @PUT
    @Path("{id}")
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            InputStream body,
            @Context SecurityContext security) {
        Optional<JsonObject> entry = Json.read(body);
        if (entry.isEmpty()) return bad(NO_OBJECT);
        if (match == null) return Problem.PRECONDITION_REQUIRED.response();
        return change(id, match, caller(security), before -> entry.get());
    }

    /**
     * Changes members of a client's entry (JSON Merge Patch, RFC 7396).
     *
     * @param match the {@code ETag} of the version that it changes; whichever is there if it is missing
     * @return 200 with the client; 400, 404, 409, 412 where it was changed since
     */
    @PATCH
    @Path("{id}")
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    public Response patch(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            InputStream body,
            @Context SecurityContext security) {
        Optional<JsonObject> patch = Json.read(body);
        if (patch.isEmpty()) return bad(NO_OBJECT);
        return change(id, match, caller(security), before -> Json.merge(before, patch.get()));
    }

    private Response change(String id, @Nullable String match, String by, UnaryOperator<JsonObject> change) {
        Registered changed = registrations.change(id, client -> matches(match, client), change, by);
        return changed.client().map(this::shown).orElseGet(() -> refused(changed));
    }

    /**
     * Removes a client with its secrets. One that stands in the clients file comes back at the next start.
     *
     * @param match the {@code ETag} of the version that it removes; whichever is there if it is missing
     * @return 204; 404, 409 also where something is kept for it that must not go, 412 where it was changed since
     */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response delete(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Context SecurityContext security) {
        Registered removed = registrations.remove(id, client -> matches(match, client), caller(security));
        return removed.done() ? Response.noContent().build() : refused(removed);
    }

    /**
     * Makes a new secret for a client; the earlier ones expire.
     *
     * @param body {@code {"overlap": how long the earlier ones are taken besides, PT0S to P30D; P1D if it is missing}}
     * @return 200 with {@code client_secret}, which is not shown again; 400, 404, 409 where the client does not prove itself by a secret
     */
    @POST
    @Path("{id}/secret")
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rotate(@PathParam("id") String id, InputStream body, @Context SecurityContext security) {
        Optional<JsonObject> given = Json.read(body);
        if (given.isEmpty() || !Set.of("overlap").containsAll(given.get().keySet())) {
            return bad("The body must be one JSON object with the member overlap or none.");
        }
        Optional<Duration> overlap = overlap(given.get());
        if (overlap.isEmpty()) return bad("overlap: must be a duration from PT0S to P30D.");
        Registered renewed = registrations.renewSecret(id, overlap.get(), caller(security));
        return renewed.secret()
                .map(secret -> JsonAnswer.ok(
                        Json.object().add("client_secret", secret.text()).build()))
                .orElseGet(() -> refused(renewed));
    }

    private static Optional<Duration> overlap(JsonObject body) {
        if (!body.containsKey("overlap")) return Optional.of(Duration.ofDays(1));
        try {
            return Json.string(body, "overlap")
                    .map(Duration::parse)
                    .filter(overlap -> !overlap.isNegative() && overlap.compareTo(Registrations.LONGEST_OVERLAP) <= 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Response shown(StoredClient client) {
        return JsonAnswer.of(
                Response.ok().header("ETag", etag(client)), whole(client).build());
    }

    private JsonObjectBuilder whole(StoredClient client) {
        JsonArrayBuilder shown = Json.array();
        for (LiveSecret secret : registrations.secrets(client.id())) {
            JsonObjectBuilder one =
                    Json.object().add("created_at", secret.createdAt().toString());
            secret.expiresAt().ifPresent(at -> one.add("expires_at", at.toString()));
            shown.add(one.add("from_file", secret.fromFile()));
        }
        JsonArrayBuilder warnings = Json.array();
        registrations.reminders(client).forEach(warnings::add);
        return Json.object()
                .add("client", client.definition())
                .add("from_file", client.fromFile().isPresent())
                .add("secrets", shown)
                .add("warnings", warnings);
    }

    private static Response refused(Registered refused) {
        return switch (refused.outcome()) {
            case WRONG -> bad(refused.why());
            case TAKEN -> Problem.CONFLICT.response("A client of this client_id is registered already.");
            case HELD -> Problem.CONFLICT.response(refused.why());
            case WITHOUT_SECRET ->
                Problem.CONFLICT.response("This client's token_endpoint_auth_method is without a secret.");
            case BUILT_IN -> Problem.CONFLICT.response("The client " + Clients.OWN + " is built in.");
            case CHANGED_SINCE -> Problem.PRECONDITION_FAILED.response();
            case UNKNOWN -> Problem.UNKNOWN_CLIENT.response();
            case DONE -> throw new IllegalStateException("nothing was refused");
        };
    }

    private static Response bad(String detail) {
        return Problem.BAD_REQUEST.response(detail);
    }

    private static String etag(StoredClient client) {
        return "\"" + client.tag() + "\"";
    }

    /** Whether the version is one of those (RFC 9110 section 13.1.1). A proxy that compresses makes a weak tag of ours, which says no less. */
    private static boolean matches(@Nullable String match, StoredClient client) {
        if (match == null || match.strip().equals("*")) return true;
        for (String tag : match.split(",", -1)) {
            if (tag.strip().replaceFirst("^W/", "").equals(etag(client))) return true;
        }
        return false;
    }

    private static String caller(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}
