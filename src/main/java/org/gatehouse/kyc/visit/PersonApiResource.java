package org.gatehouse.kyc.visit;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.document.OwnFiles;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.Applicants;
import org.gatehouse.endpoint.Body;
import org.gatehouse.endpoint.HandOver;
import org.gatehouse.endpoint.HandOver.HandedOver;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationJson;
import org.gatehouse.kyc.application.Applications;
import org.gatehouse.kyc.application.Applying;
import org.jspecify.annotations.Nullable;

/** The internal API of KYC-Chain as far as {@code @selfkey/node-lib} calls it: a server brings a person's user token, and reads that person's applications and files. */
@Under(Root.SELFKEY)
@Path("{client}/api/v2")
@RequestScoped
public class PersonApiResource {
    @Inject
    RootEndpoints roots;

    @Inject
    HandOver handOver;

    @Inject
    Visits visits;

    @Inject
    Cookies cookies;

    @Inject
    Applicants applicants;

    @Inject
    Applying applying;

    @Inject
    Applications applications;

    @Inject
    OwnFiles files;

    /** <code>{"jwt": a user token}</code>: 200 with <code>{"user": {"_id": its sub, ...}}</code>, and the cookie of a visit. */
    @POST
    @Path("auth/login")
    @PermitAll
    public Response login(@PathParam("client") String client, @Context HttpServletResponse response, InputStream body) {
        return roots.find(client)
                .map(root -> Body.json(body, sent -> login(root, sent, response)))
                .orElseGet(() -> Refusal.NOT_FOUND.response(RootEndpoints.UNKNOWN));
    }

    private Response login(RootEndpoint root, JsonObject sent, HttpServletResponse response) {
        return Json.string(sent, "jwt")
                .flatMap(token -> handOver.take(root, token))
                .map(person -> login(person, response))
                .orElseGet(Refusal.TOKEN_INVALID::response);
    }

    private Response login(HandedOver person, HttpServletResponse response) {
        cookies.write(response, HandOver.COOKIE, visits.begin(person), Visits.LIFETIME);
        return JsonAnswer.ok(Json.object()
                .add(
                        "user",
                        Json.object()
                                .add("_id", person.account())
                                .add("companies", Json.array())
                                .add("roles", Json.array())
                                .add("email", "")
                                .add("scope", Json.object()))
                .build());
    }

    /**
     * The person's applications, the newest first: the library takes the first.
     *
     * @param template with which template; with any where it is absent
     * @param fields the members to answer, with commas between them; all where it is absent
     */
    @GET
    @Path("applications")
    @PermitAll
    public Response list(
            @PathParam("client") String client,
            @QueryParam("template_id") @Nullable String template,
            @QueryParam("fields") @Nullable String fields,
            @Context HttpServletRequest request) {
        return person(client, request, applicant -> list(of(applicant, template), fields));
    }

    private Response list(List<Application> found, @Nullable String fields) {
        Set<String> ids = found.stream().map(Application::id).collect(Collectors.toSet());
        return JsonAnswer.ok(ApplicationJson.list(found, applications.entries(ids), fields));
    }

    private Response person(String client, HttpServletRequest request, Function<Applicant, Response> call) {
        return applicants
                .find(client, request)
                .answer(applicant -> applying.blocked(applicant)
                        ? Refusal.FORBIDDEN.response("This account is blocked")
                        : call.apply(applicant));
    }

    private List<Application> of(Applicant applicant, @Nullable String template) {
        return applying.list(applicant, false, true).stream()
                .filter(one -> template == null || one.template().equals(template))
                .toList();
    }

    /** One of them. */
    @GET
    @Path("applications/{id}")
    @PermitAll
    public Response one(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @QueryParam("fields") @Nullable String fields,
            @Context HttpServletRequest request) {
        return person(client, request, applicant -> applying.find(applicant, id)
                .map(found -> JsonAnswer.ok(json(found, fields)))
                .orElseGet(Refusal.NOT_FOUND::response));
    }

    private JsonObject json(Application application, @Nullable String fields) {
        JsonObject whole = ApplicationJson.of(application, applications.entries(application.id()))
                .build();
        return ApplicationJson.only(whole, fields);
    }

    /** A file of the person's own, as a download. */
    @GET
    @Path("files/{id}")
    @PermitAll
    public Response file(
            @PathParam("client") String client, @PathParam("id") String id, @Context HttpServletRequest request) {
        return applicants.find(client, request).answer(applicant -> files.content(applicant, id));
    }
}
