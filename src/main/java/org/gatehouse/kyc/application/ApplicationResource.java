package org.gatehouse.kyc.application;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.jspecify.annotations.Nullable;

/** One application, as wallets follow and complete it. Each call but that for a member answers the application as it is then. */
@Under(Root.SELFKEY)
@Path("{client}/applications/{id}")
@RequestScoped
public class ApplicationResource {
    private static final Refused NO_LIST = Refused.attributes("there is no list of attributes");

    @Inject
    WalletCalls calls;

    @Inject
    Applying applying;

    @Inject
    Applications applications;

    /**
     * The application. A browser that a wallet sends here never comes as far: a filter takes it to the page.
     *
     * @param fields the members to answer, with commas between them; all where it is absent
     */
    @GET
    @PermitAll
    public Response read(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @QueryParam("fields") @Nullable String fields,
            @Context HttpServletRequest request) {
        return calls.answer(client, request, applicant -> applying.find(applicant, id)
                .map(found -> JsonAnswer.ok(ApplicationJson.only(json(found), fields)))
                .orElseGet(Refusal.NOT_FOUND::response));
    }

    /** <code>{"attributes"?, "questions"?}</code>: adds what was missing, or replaces what was given. */
    @PATCH
    @PermitAll
    public Response complete(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body) {
        return calls.answer(client, request, body, (applicant, sent) -> complete(applicant, id, sent));
    }

    /** The same; wallets before 1.2 send it so. */
    @PUT
    @PermitAll
    public Response completeByPut(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body) {
        return complete(client, id, request, body);
    }

    private Response complete(Applicant applicant, String id, JsonObject body) {
        Optional<List<SentAttribute>> sent = SentApplication.attributes(body);
        if (sent.isEmpty()) return NO_LIST.answer();
        Optional<Map<String, JsonValue>> answers = SentApplication.answers(body);
        if (answers.isEmpty()) return Refusal.UNPROCESSABLE.response("The answers to questions cannot be read");
        return applying.complete(applicant, id, sent.get(), answers.get()).answer(this::answer);
    }

    /** <code>{"code": 8, "note"?}</code>: cancels it. */
    @POST
    @Path("change_status")
    @PermitAll
    public Response change(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body) {
        return calls.answer(client, request, body, (applicant, sent) -> change(applicant, id, sent));
    }

    private Response change(Applicant applicant, String id, JsonObject body) {
        Optional<String> note = Json.string(body, "note");
        if (note.isEmpty() && body.getOrDefault("note", JsonValue.NULL) != JsonValue.NULL)
            return Refusal.UNPROCESSABLE.response("The note should be a text");
        return Json.integer(body, "code")
                .map(code -> applying.change(applicant, id, code, note).answer(this::answer))
                .orElseGet(() -> Refusal.UNPROCESSABLE.response("There is no such status"));
    }

    /** <code>{"transactionHash"}</code>: the applicant says that it has paid. */
    @POST
    @Path("payments")
    @PermitAll
    public Response pay(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body) {
        return calls.answer(client, request, body, (applicant, sent) -> applying.pay(
                        applicant, id, Json.string(sent, "transactionHash").orElse(""))
                .answer(this::answer));
    }

    /** <code>{"jsonSchema": {"title"}, "schemaId"}</code>: adds an attribute that the applicant gives beside those that were asked for. */
    @POST
    @Path("attributes")
    @PermitAll
    public Response ask(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body) {
        return calls.answer(client, request, body, (applicant, sent) -> applying.ask(
                        applicant, id, Json.string(sent, "schemaId").orElse(""), title(sent))
                .answer(this::answer));
    }

    private static String title(JsonObject sent) {
        return sent.get("jsonSchema") instanceof JsonObject schema
                ? Json.string(schema, "title").orElse("")
                : "";
    }

    /** <code>{"application": {"attributes", "templateId"}, "memberRoles", "shares"}</code>: the application of a member of the company, with its {@code id}. */
    @POST
    @Path("members")
    @PermitAll
    public Response addMember(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body) {
        return calls.answer(client, request, body, (applicant, sent) -> addMember(applicant, id, sent));
    }

    private Response addMember(Applicant applicant, String id, JsonObject body) {
        if (!(body.get("application") instanceof JsonObject application))
            return Refusal.UNPROCESSABLE.response("The member's application is missing");
        Optional<Dossier.Member> member = SentApplication.member(body);
        if (member.isEmpty()) return Refusal.UNPROCESSABLE.response("The member's roles or shares cannot be read");
        return SentApplication.attributes(application)
                .map(sent -> applying.addMember(
                                applicant,
                                id,
                                Json.string(application, "templateId").orElse(""),
                                sent,
                                member.get())
                        .answer(made -> JsonAnswer.ok(ApplicationJson.made(applicant.root(), made))))
                .orElseGet(NO_LIST::answer);
    }

    private Response answer(Application application) {
        return JsonAnswer.ok(json(application));
    }

    private JsonObject json(Application application) {
        return ApplicationJson.of(application, applications.entries(application.id()))
                .build();
    }
}
