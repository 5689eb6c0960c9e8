package org.gatehouse.kyc.application;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
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
import java.util.stream.Collectors;
import org.gatehouse.document.SentAttributes;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.jspecify.annotations.Nullable;

/** Where wallets apply, and look after what they applied for. */
@Under(Root.SELFKEY)
@Path("{client}/applications")
@RequestScoped
public class ApplicationsResource {
    @Inject
    WalletCalls calls;

    @Inject
    Applying applying;

    @Inject
    Applications applications;

    /**
     * <code>{"attributes": [{"id", "schemaId", "data"}], "templateId"}</code> makes an application: 200 with its {@code id}, and the {@code applicationUrl} of its
     * page.
     */
    @POST
    @PermitAll
    public Response apply(@PathParam("client") String client, @Context HttpServletRequest request, InputStream body) {
        return calls.answer(client, request, body, this::apply);
    }

    private Response apply(Applicant applicant, JsonObject body) {
        return SentAttributes.read(body.get("attributes"))
                .map(sent -> applying.apply(
                                applicant, Json.string(body, "templateId").orElse(""), sent)
                        .answer(made -> JsonAnswer.ok(ApplicationJson.made(applicant.root(), made))))
                .orElseGet(() ->
                        Refused.attributes("there is no list of attributes").answer());
    }

    /**
     * The applicant's applications, a bare array.
     *
     * @param fields the members to answer, with commas between them; all where it is absent
     * @param base {@code true} for those alone that are not of members of companies
     * @param sort {@code createdAt}, or {@code -createdAt} for the newest first
     */
    @GET
    @PermitAll
    public Response list(
            @PathParam("client") String client,
            @QueryParam("fields") @Nullable String fields,
            @QueryParam("baseApplications") @Nullable String base,
            @QueryParam("sort") @Nullable String sort,
            @Context HttpServletRequest request) {
        return calls.answer(
                client,
                request,
                applicant -> list(applying.list(applicant, !"true".equals(base), "-createdAt".equals(sort)), fields));
    }

    private Response list(List<Application> found, @Nullable String fields) {
        Set<String> ids = found.stream().map(Application::id).collect(Collectors.toSet());
        return JsonAnswer.ok(ApplicationJson.list(found, applications.entries(ids), fields));
    }
}
