package org.gatehouse.kyc.review;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.gatehouse.endpoint.AnyOrigin;
import org.gatehouse.endpoint.Body;
import org.gatehouse.http.Json;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/** The integrations API of KYC-Chain, as {@code @selfkey/node-lib} calls it: for servers, with the header {@code apiKey}. */
@AnyOrigin
@Under(Root.SELFKEY)
@Path("{client}/integrations/v2")
@RequestScoped
public class IntegrationsResource {
    private static final int MAX_BYTES = 524_288;

    @Inject
    ServerCalls calls;

    @Inject
    Review review;

    @Inject
    Integrations integrations;

    @Inject
    Attaching attaching;

    /** Who has applied: parameters {@code email}, {@code limit} (100, at most 500) and {@code skip}. */
    @GET
    @Path("users")
    @PermitAll
    public Response users(
            @PathParam("client") String client, @Context HttpServletRequest request, @Context UriInfo address) {
        return calls.answer(client, request, actor -> integrations.users(client, query(address)));
    }

    /** One of them. */
    @GET
    @Path("users/{id}")
    @PermitAll
    public Response user(
            @PathParam("client") String client, @PathParam("id") String id, @Context HttpServletRequest request) {
        return calls.answer(client, request, actor -> integrations.user(client, id));
    }

    /**
     * Applications: parameters {@code template_id}, {@code current_statuses}, {@code email}, {@code limit} (100, at most 500), {@code skip}, {@code sort}
     * ({@code createdAt} or {@code -createdAt}) and {@code fields}.
     */
    @GET
    @Path("applications")
    @PermitAll
    public Response list(
            @PathParam("client") String client, @Context HttpServletRequest request, @Context UriInfo address) {
        return calls.answer(client, request, actor -> integrations.list(client, query(address)));
    }

    /** One application, with its version as {@code ETag}. */
    @GET
    @Path("applications/{id}")
    @PermitAll
    public Response one(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            @Context UriInfo address) {
        return calls.answer(client, request, actor -> integrations.one(client, id, query(address)));
    }

    /** {@code {"attributes": {id: {"value"}}}}: corrects what was given. */
    @PATCH
    @Path("applications/{id}")
    @PermitAll
    public Response correct(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body) {
        return change(client, id, request, body, Response.Status.OK, integrations::correct);
    }

    /** {@code {"code", "note"?}}: another status. */
    @POST
    @Path("applications/{id}/status_changes")
    @PermitAll
    public Response decide(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body) {
        return change(client, id, request, body, Response.Status.OK, this::decide);
    }

    private Reviewed decide(Task task, JsonObject body) {
        return Json.integer(body, "code")
                .map(code -> review.decide(task, code, Json.string(body, "note").filter(note -> !note.isBlank())))
                .orElseGet(() -> Reviewed.invalid("The code should be a number"));
    }

    /** {@code {"description"?, "label"?, "optional"?, "schema"}}: asks for one more attribute. */
    @POST
    @Path("applications/{id}/attributes")
    @PermitAll
    public Response askAttribute(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body) {
        return change(client, id, request, body, Response.Status.CREATED, integrations::askAttribute);
    }

    /** {@code {"description"?, "label", "optional"?, "question"?, "type"?, "options"?}}: asks one more question. */
    @POST
    @Path("applications/{id}/questions")
    @PermitAll
    public Response askQuestion(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body) {
        return change(client, id, request, body, Response.Status.CREATED, integrations::askQuestion);
    }

    /** Parameter {@code attributes}, and maybe {@code {"comments"}}: refuses what was given for them. */
    @POST
    @Path("applications/{id}/attributes/invalidate")
    @PermitAll
    public Response refuseAttributes(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            @Context UriInfo address,
            InputStream body) {
        Set<String> refused = query(address).list("attributes");
        return refuse(client, id, request, body, (task, comment) -> review.refuseAttributes(task, refused, comment));
    }

    /** Parameter {@code questions}, otherwise the same. */
    @POST
    @Path("applications/{id}/questions/invalidate")
    @PermitAll
    public Response refuseAnswers(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            @Context UriInfo address,
            InputStream body) {
        Set<String> refused = query(address).list("questions");
        return refuse(client, id, request, body, (task, comment) -> review.refuseAnswers(task, refused, comment));
    }

    /** A form with the parts {@code type} and {@code file}: adds a file. */
    @POST
    @Path("applications/{id}/attachments")
    @PermitAll
    public Response attach(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body) {
        return calls.answer(client, id, request, task -> attaching.attach(task, request, body));
    }

    /** A file that one of the client's applications refers to, as a download. */
    @GET
    @Path("files/{id}")
    @PermitAll
    public Response file(
            @PathParam("client") String client, @PathParam("id") String id, @Context HttpServletRequest request) {
        return calls.answer(client, request, actor -> integrations.file(client, id));
    }

    private Response change(
            String client,
            String id,
            HttpServletRequest request,
            InputStream body,
            Response.Status status,
            BiFunction<Task, JsonObject, Reviewed> call) {
        return calls.answer(
                client,
                id,
                request,
                task -> Body.json(body, MAX_BYTES, sent -> done(sent, () -> call.apply(task, sent), status)));
    }

    /** SelfKey's library sends no body here. */
    private Response refuse(
            String client,
            String id,
            HttpServletRequest request,
            InputStream body,
            BiFunction<Task, Optional<String>, Reviewed> call) {
        return calls.answer(
                client,
                id,
                request,
                task -> Body.jsonOrNothing(
                        body,
                        MAX_BYTES,
                        sent -> done(
                                sent,
                                () -> call.apply(
                                        task, Json.string(sent, "comments").filter(text -> !text.isBlank())),
                                Response.Status.OK)));
    }

    private Response done(JsonObject sent, Supplier<Reviewed> call, Response.Status status) {
        return integrations.done(SentTypes.fault(sent).orElseGet(call), status);
    }

    private static Query query(UriInfo address) {
        return new Query(address.getQueryParameters());
    }
}
