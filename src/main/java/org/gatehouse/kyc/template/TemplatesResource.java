package org.gatehouse.kyc.template;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.gatehouse.client.SelfkeyProfile;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.http.WrongMember;
import org.gatehouse.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Templates, for administrators. {@code docs/kyc.md} describes them and the calls. */
@Under(Root.API)
@Path("templates")
@RequestScoped
public class TemplatesResource {
    private static final int MOST = 200;

    @Inject
    TemplateStore stored;

    @Inject
    TemplateChanges changes;

    /**
     * Templates by id, withdrawn or not.
     *
     * @param after the id after which the page begins
     * @param limit the most templates on the page, 1 to 200
     * @return {@code {"templates": [{id, name, version, from_file, created_at, withdrawn_at}], "next": the "after" of the next page, if there is one}}
     */
    @GET
    @RolesAllowed({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public Response list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        if (!after.isEmpty() && !SelfkeyProfile.isTemplateId(after)) return bad("after must be a template's id.");
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST)
            return bad("limit must be a number from 1 to " + MOST + ".");
        int size = Integer.parseInt(limit);
        List<StoredTemplate> found = stored.after(after, size + 1);
        JsonArrayBuilder page = Json.array();
        found.stream().limit(size).forEach(template -> page.add(summary(template)));
        JsonObjectBuilder body = Json.object().add("templates", page);
        if (found.size() > size) body.add("next", found.get(size - 1).id());
        return JsonAnswer.ok(body.build());
    }

    /**
     * One template.
     *
     * @return 200 with {@code {"template": as it was written, "version", "from_file", "created_at", "withdrawn_at", "versions": [{version, from_file,
     *     created_at}]}}, the newest version first, and an {@code ETag}; 404
     */
    @GET
    @Path("{id}")
    @RolesAllowed({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public Response one(@PathParam("id") String id) {
        List<StoredTemplate> versions = versions(id);
        return versions.isEmpty() ? Problem.UNKNOWN_TEMPLATE.response() : shown(Response.ok(), versions);
    }

    /**
     * A version of a template.
     *
     * @return 200 with {@code {"template": as it was written, "version", "from_file", "created_at"}}; 404
     */
    @GET
    @Path("{id}/versions/{version: [1-9][0-9]{0,8}}")
    @RolesAllowed({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public Response version(@PathParam("id") String id, @PathParam("version") int version) {
        return Optional.of(id)
                .filter(SelfkeyProfile::isTemplateId)
                .flatMap(known -> stored.find(known, version))
                .map(found -> JsonAnswer.ok(
                        facts(found).add("template", found.content()).build()))
                .orElseGet(Problem.UNKNOWN_TEMPLATE::response);
    }

    /**
     * Stores a template, as the first or a further version; the same content makes none. One that was withdrawn is offered again.
     *
     * @param match the {@code ETag} of what it replaces; missing where there is none
     * @return 200, or 201 where it is the first version, with the template; 400, 412 where it was changed since, 428 where there is one and {@code If-Match}
     *     is missing
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
        Optional<JsonObject> content = Json.read(body, TemplateReader.LONGEST);
        if (content.isEmpty())
            return bad("The body must be one JSON object of at most " + TemplateReader.LONGEST + " bytes.");
        try {
            if (!TemplateReader.read(content.get(), 1).id().equals(id)) return bad("id: must be that of the address.");
        } catch (WrongMember e) {
            return bad(e.sentence());
        }
        return answer(id, changes.put(id, content.get(), match, caller(security)));
    }

    /**
     * Withdraws a template: nobody applies with it any more. Applications that were made with it go on.
     *
     * @param match the {@code ETag} of what is withdrawn; whatever is there if it is missing
     * @return 200 with the template; 404, 412 where it was changed since
     */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response withdraw(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Context SecurityContext security) {
        if (!SelfkeyProfile.isTemplateId(id)) return Problem.UNKNOWN_TEMPLATE.response();
        return answer(id, changes.withdraw(id, match, caller(security)));
    }

    private Response answer(String id, TemplateChanges.Outcome outcome) {
        return switch (outcome) {
            case CREATED -> shown(Response.status(Response.Status.CREATED), versions(id));
            case DONE -> shown(Response.ok(), versions(id));
            case UNKNOWN -> Problem.UNKNOWN_TEMPLATE.response();
            case CHANGED_SINCE -> Problem.PRECONDITION_FAILED.response();
            case WITHOUT_TAG -> Problem.PRECONDITION_REQUIRED.response();
        };
    }

    private List<StoredTemplate> versions(String id) {
        return SelfkeyProfile.isTemplateId(id) ? stored.versions(id) : List.of();
    }

    private static Response shown(Response.ResponseBuilder answer, List<StoredTemplate> versions) {
        StoredTemplate newest = versions.get(0);
        JsonArrayBuilder all = Json.array();
        versions.forEach(version -> all.add(facts(version)));
        JsonObjectBuilder body = facts(newest).add("template", newest.content()).add("versions", all);
        return JsonAnswer.of(answer.header("ETag", newest.etag()), body.build());
    }

    private static JsonObjectBuilder summary(StoredTemplate template) {
        return facts(template)
                .add("id", template.id())
                .add("name", template.content().getString("name", template.id()));
    }

    private static JsonObjectBuilder facts(StoredTemplate template) {
        JsonObjectBuilder facts = Json.object()
                .add("version", template.version())
                .add("from_file", template.fromFile())
                .add("created_at", template.createdAt().toString());
        template.withdrawnAt().ifPresent(at -> facts.add("withdrawn_at", at.toString()));
        return facts;
    }

    private static Response bad(String detail) {
        return Problem.BAD_REQUEST.response(detail);
    }

    private static String caller(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}
