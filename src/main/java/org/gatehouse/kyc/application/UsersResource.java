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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.database.Conflict;
import org.gatehouse.endpoint.Admissions;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/** Where applicants say who they are before they apply, for pages whose configuration has {@code /kyc-users}. */
@Under(Root.SELFKEY)
@Path("{client}/kyc-users")
@RequestScoped
public class UsersResource {
    @Inject
    WalletCalls calls;

    @Inject
    Admissions admissions;

    @Inject
    Accounts accounts;

    @Inject
    Users users;

    /** <code>{"id", "email", "name", "entityType"}</code>, or 404. */
    @GET
    @Path("me")
    @PermitAll
    public Response me(@PathParam("client") String client, @Context HttpServletRequest request) {
        return calls.answer(client, request, applicant -> accounts.find(applicant.wallet())
                .flatMap(account -> users.find(account, client).map(user -> answer(account, user)))
                .orElseGet(Refusal.NOT_FOUND::response));
    }

    /** <code>{"email", "name", "entityType"}</code>, once or again: 200 with the {@code id}. */
    @POST
    @PermitAll
    public Response store(@PathParam("client") String client, @Context HttpServletRequest request, InputStream body) {
        return calls.answer(client, request, body, this::store);
    }

    private Response store(Applicant applicant, JsonObject body) {
        Optional<Refused> unwanted = admissions.refusal(applicant);
        if (unwanted.isPresent()) return unwanted.get().answer();
        try {
            User user = User.read(body);
            return answer(Conflict.again(() -> users.store(applicant, user)), user);
        } catch (Undone e) {
            return e.refused().answer();
        }
    }

    private static Response answer(String account, User user) {
        return JsonAnswer.ok(Json.copy(user.toJson()).add("id", account).build());
    }
}
