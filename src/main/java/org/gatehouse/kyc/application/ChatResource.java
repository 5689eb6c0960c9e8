package org.gatehouse.kyc.application;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/** Where applicants and reviewers talk, on the applicant's side. Wallets cannot do without it: one that is refused the messages shows nothing of the client. */
@Under(Root.SELFKEY)
@Path("{client}/applications/{id}/chat")
@RequestScoped
public class ChatResource {
    @Inject
    WalletCalls calls;

    @Inject
    Applying applying;

    @Inject
    Applications applications;

    /** All messages, a bare array, the oldest first. */
    @GET
    @PermitAll
    public Response read(
            @PathParam("client") String client, @PathParam("id") String id, @Context HttpServletRequest request) {
        return calls.answer(client, request, applicant -> applying.find(applicant, id)
                .map(found -> JsonAnswer.ok(messages(found)))
                .orElseGet(Refusal.NOT_FOUND::response));
    }

    /** <code>{"message"}</code>: 200 with the message as it is stored. */
    @POST
    @PermitAll
    public Response say(
            @PathParam("client") String client,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body) {
        return calls.answer(client, request, body, (applicant, sent) -> applying.say(
                        applicant, id, Json.string(sent, "message").orElse(""))
                .answer(said -> JsonAnswer.ok(last(messages(said)))));
    }

    private JsonArray messages(Application application) {
        return ApplicationJson.messages(applications.entries(application.id()));
    }

    private static JsonObject last(JsonArray messages) {
        return messages.getJsonObject(messages.size() - 1);
    }
}
