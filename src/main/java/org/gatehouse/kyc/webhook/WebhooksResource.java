package org.gatehouse.kyc.webhook;

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
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.client.Clients;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;

/** The webhooks of a client, for administrators. {@code docs/kyc.md} describes them. */
@Under(Root.API)
@Path("clients/{id}/webhooks")
@RequestScoped
public class WebhooksResource {
    @Inject
    Clients clients;

    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

    @Inject
    PublicUrl publicUrl;

    /**
     * The webhooks of a client, the oldest first.
     *
     * @return 200 with {@code {"webhooks": [{id, url, created_at, failing_since, disabled_at}]}}, the last two where they are so; 404
     */
    @GET
    @RolesAllowed({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public Response list(@PathParam("id") String id) {
        if (clients.registered(id).isEmpty()) return Problem.UNKNOWN_CLIENT.response();
        JsonArrayBuilder all = Json.array();
        webhooks.of(id).forEach(webhook -> all.add(json(webhook)));
        return JsonAnswer.ok(Json.object().add("webhooks", all).build());
    }

    /**
     * Registers a webhook.
     *
     * @param body {@code {"url"}}
     * @return 201 with the webhook, and its {@code secret}, which is not shown again; 400, 404, 409 where the client has ten
     */
    @POST
    @RolesAllowed(Caller.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("id") String id, InputStream body, @Context SecurityContext security) {
        Optional<JsonObject> given =
                Json.read(body).filter(json -> json.keySet().equals(Set.of("url")));
        if (given.isEmpty())
            return Problem.BAD_REQUEST.response("The body must be one JSON object with the member url.");
        Optional<URI> url = Json.string(given.get(), "url").flatMap(WebhookAddress::parse);
        if (url.isEmpty()) return Problem.BAD_REQUEST.response(WebhookAddress.SENTENCE);
        if (clients.registered(id).isEmpty()) return Problem.UNKNOWN_CLIENT.response();
        Optional<Webhook> added = webhooks.add(id, url.get(), by(security));
        if (added.isEmpty()) return Problem.CONFLICT.response("A client has at most " + Webhooks.MOST + " webhooks.");
        Webhook webhook = added.get();
        URI location = URI.create(publicUrl.at("/api/clients/" + id + "/webhooks/" + webhook.id()));
        return JsonAnswer.of(
                Response.created(location),
                json(webhook)
                        .add("secret", webhook.secrets().orElseThrow().current().text())
                        .build());
    }

    /**
     * Removes a webhook with its deliveries.
     *
     * @return 204, 404
     */
    @DELETE
    @Path("{webhook}")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response remove(
            @PathParam("id") String id, @PathParam("webhook") String webhook, @Context SecurityContext security) {
        return done(Conflict.again(() -> webhooks.remove(webhook, id, by(security))));
    }

    /**
     * Makes a new secret for a webhook; deliveries are signed with the earlier one as well for 24 hours.
     *
     * @return 200 with {@code secret}, which is not shown again; 404, also where someone else rotated in this moment
     */
    @POST
    @Path("{webhook}/rotate-secret")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response rotate(
            @PathParam("id") String id, @PathParam("webhook") String webhook, @Context SecurityContext security) {
        return webhooks.rotate(webhook, id, by(security))
                .map(secret ->
                        JsonAnswer.ok(Json.object().add("secret", secret.text()).build()))
                .orElseGet(Problem.UNKNOWN_WEBHOOK::response);
    }

    /**
     * Tells a webhook again that was disabled.
     *
     * @return 204, 404
     */
    @POST
    @Path("{webhook}/enable")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response enable(
            @PathParam("id") String id, @PathParam("webhook") String webhook, @Context SecurityContext security) {
        return done(webhooks.enable(webhook, id, by(security)));
    }

    /**
     * Tells a webhook nothing any more, until it is enabled.
     *
     * @return 204, 404
     */
    @POST
    @Path("{webhook}/disable")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response disable(
            @PathParam("id") String id, @PathParam("webhook") String webhook, @Context SecurityContext security) {
        return done(webhooks.disable(webhook, id, by(security)));
    }

    /**
     * Tells a webhook of the application {@code test}, which there is not.
     *
     * @return 202 with the {@code id} of the delivery; 404, 409 where the webhook is disabled
     */
    @POST
    @Path("{webhook}/test")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response test(@PathParam("id") String id, @PathParam("webhook") String webhook) {
        Optional<Webhook> found = webhooks.find(webhook, id);
        if (found.isEmpty()) return Problem.UNKNOWN_WEBHOOK.response();
        if (found.get().disabledAt().isPresent()) return Problem.WEBHOOK_DISABLED.response();
        String delivery = deliveries.test(found.get(), id);
        return JsonAnswer.of(
                Response.accepted(), Json.object().add("id", delivery).build());
    }

    private static Response done(boolean found) {
        return found ? Response.noContent().build() : Problem.UNKNOWN_WEBHOOK.response();
    }

    private static JsonObjectBuilder json(Webhook webhook) {
        JsonObjectBuilder json = Json.object()
                .add("id", webhook.id())
                .add("url", webhook.url().toString())
                .add("created_at", webhook.createdAt().toString());
        webhook.failingSince().ifPresent(since -> json.add("failing_since", since.toString()));
        webhook.disabledAt().ifPresent(at -> json.add("disabled_at", at.toString()));
        return json;
    }

    private static String by(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}
