package org.gatehouse.kyc.template;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.vault.Digests;

/** The templates of a client for wallets, which say nothing of themselves here. {@code docs/kyc.md} describes the calls. */
@Under(Root.SELFKEY)
@Path("{client}/templates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WalletTemplatesResource {
    private static final String SHARED = "public, max-age=60";

    @Inject
    RootEndpoints roots;

    @Inject
    Templates templates;

    /**
     * What people apply with.
     *
     * @return 200 with {@code [{id, templateId, name, description}]}; 404 where there is no such client
     */
    @GET
    @PermitAll
    public Response list(@PathParam("client") String client, @Context Request request) {
        return roots.find(client)
                .map(root -> answer(WalletForm.list(templates.offered(root.client())), request))
                .orElseGet(() -> Refusal.NOT_FOUND.response(RootEndpoints.UNKNOWN));
    }

    /**
     * One template.
     *
     * @return 200 with the template; 404 where neither people nor members of companies apply with it
     */
    @GET
    @Path("{id}")
    @PermitAll
    public Response one(@PathParam("client") String client, @PathParam("id") String id, @Context Request request) {
        return find(client, id, request, (root, template) -> WalletForm.whole(template));
    }

    /**
     * What an application with the template looks like.
     *
     * @return 200 with its JSON Schema; 404 as before
     */
    @GET
    @Path("{id}/schema.json")
    @PermitAll
    public Response schema(@PathParam("client") String client, @PathParam("id") String id, @Context Request request) {
        return find(
                client,
                id,
                request,
                (root, template) ->
                        ApplicationSchema.of(template, root.url() + "/templates/" + template.id() + "/schema.json"));
    }

    /** The same, as a guide of SelfKey's writes the address. */
    @GET
    @Path("{id}schema.json")
    @PermitAll
    public Response misspeltSchema(
            @PathParam("client") String client, @PathParam("id") String id, @Context Request request) {
        return schema(client, id, request);
    }

    private Response find(
            String client, String id, Request request, BiFunction<RootEndpoint, Template, JsonStructure> body) {
        Optional<RootEndpoint> root = roots.find(client);
        if (root.isEmpty()) return Refusal.NOT_FOUND.response(RootEndpoints.UNKNOWN);
        return templates
                .find(root.get().client(), id)
                .map(template -> answer(body.apply(root.get(), template), request))
                .orElseGet(() -> Refusal.NOT_FOUND.response("There is no such template"));
    }

    private static Response answer(JsonStructure body, Request request) {
        String text = body.toString();
        EntityTag tag = new EntityTag(Digests.sha256(text));
        return Optional.ofNullable(request.evaluatePreconditions(tag))
                .orElseGet(() -> Response.ok(text))
                .tag(tag)
                .header("Cache-Control", SHARED)
                .build();
    }
}
