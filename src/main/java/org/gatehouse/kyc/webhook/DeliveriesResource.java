package org.gatehouse.kyc.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;
import org.gatehouse.vault.Randomness;

/** What a webhook was told, for administrators. */
@Under(Root.API)
@Path("clients/{id}/webhooks/{webhook}/deliveries")
@RequestScoped
public class DeliveriesResource {
    private static final int MOST = 200;

    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

    /**
     * Deliveries of a webhook, the newest first.
     *
     * @param before the id of the delivery behind which the page begins
     * @param limit the most deliveries on the page, 1 to 200
     * @return 200 with {@code {"deliveries": [{id, application_id, body, created_at, tries, next_try_at, last_try_at, last_status, last_fault, delivered_at}],
     *     "next": the "before" of the next page, if there is one}}; what is not there is left out; 400, 404
     */
    @GET
    @RolesAllowed({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public Response list(
            @PathParam("id") String id,
            @PathParam("webhook") String webhook,
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        if (!before.isEmpty() && !Randomness.isId(before)) return bad("before must be the id of a delivery.");
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST) {
            return bad("limit must be a number from 1 to " + MOST + ".");
        }
        return webhooks.find(webhook, id)
                .map(found -> page(found, Optional.of(before).filter(one -> !one.isEmpty()), Integer.parseInt(limit)))
                .orElseGet(Problem.UNKNOWN_WEBHOOK::response);
    }

    private Response page(Webhook webhook, Optional<String> before, int size) {
        List<DeliveryRow> found = deliveries.of(webhook, before, size + 1);
        JsonArrayBuilder page = Json.array();
        found.stream().limit(size).forEach(row -> page.add(json(row)));
        JsonObjectBuilder body = Json.object().add("deliveries", page);
        if (found.size() > size) body.add("next", found.get(size - 1).id);
        return JsonAnswer.ok(body.build());
    }

    /**
     * Sends a delivery again, as if it were new.
     *
     * @return 202 with its {@code id}; 404, 409 where the webhook is disabled
     */
    @POST
    @Path("{delivery}/send-again")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response sendAgain(
            @PathParam("id") String id, @PathParam("webhook") String webhook, @PathParam("delivery") String delivery) {
        Optional<Webhook> found = webhooks.find(webhook, id);
        if (found.isEmpty()) return Problem.UNKNOWN_WEBHOOK.response();
        if (found.get().disabledAt().isPresent()) return Problem.WEBHOOK_DISABLED.response();
        if (!deliveries.again(delivery, found.get())) return Problem.UNKNOWN_DELIVERY.response();
        return JsonAnswer.of(
                Response.accepted(), Json.object().add("id", delivery).build());
    }

    private static JsonObjectBuilder json(DeliveryRow row) {
        JsonObjectBuilder json = Json.object()
                .add("id", row.id)
                .add("application_id", row.applicationId)
                .add("body", row.body)
                .add("created_at", row.createdAt.toString())
                .add("tries", row.tries);
        if (row.nextTryAt != null) json.add("next_try_at", row.nextTryAt.toString());
        if (row.lastTryAt != null) json.add("last_try_at", row.lastTryAt.toString());
        if (row.lastStatus != null) json.add("last_status", row.lastStatus);
        if (row.lastFault != null) json.add("last_fault", row.lastFault);
        if (row.deliveredAt != null) json.add("delivered_at", row.deliveredAt.toString());
        return json;
    }

    private static Response bad(String detail) {
        return Problem.BAD_REQUEST.response(detail);
    }
}
