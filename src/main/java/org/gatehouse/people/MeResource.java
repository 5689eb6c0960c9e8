package org.gatehouse.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.Json;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.session.Sessions;
import org.gatehouse.wallet.AccountId;

/** Who the caller is, by session or by token, and what is the caller's own. */
@Under(Root.API)
@Path("me")
@RequestScoped
public class MeResource {
    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    People people;

    @Inject
    Cookies cookies;

    @Context
    SecurityContext security;

    /** {@code {"sub": account id, "roles": [...], "wallets": [CAIP-10, ...]}}. */
    @GET
    @RolesAllowed(Caller.PERSON)
    public Response me() {
        return PeopleJson.ok(Json.object()
                .add("sub", caller().account())
                .add("roles", PeopleJson.texts(caller().roles()))
                .add("wallets", PeopleJson.wallets(accounts.wallets(caller().account()))));
    }

    /** {@code {"sessions": [...]}}: those that are live, the one that was used last first. */
    @GET
    @Path("sessions")
    @RolesAllowed(Caller.PERSON)
    public Response sessions(@Context HttpServletRequest request) {
        Optional<String> current = caller().byCookie()
                ? cookies.read(request, SessionCookies.SESSION).flatMap(sessions::find).map(Session::id)
                : Optional.empty();
        return PeopleJson.ok(
                Json.object().add("sessions", PeopleJson.sessions(sessions.of(caller().account()), current)));
    }

    /** Ends one session: 204. */
    @DELETE
    @Path("sessions/{id}")
    @RolesAllowed(Caller.PERSON)
    public Response endSession(@PathParam("id") String id) {
        return PeopleJson.done(
                sessions.end(caller().account(), id) ? Optional.empty() : Optional.of(Problem.UNKNOWN_SESSION));
    }

    /** Signs out everywhere: 204. */
    @POST
    @Path("sign-out")
    @RolesAllowed(Caller.PERSON)
    public Response signOut() {
        return PeopleJson.done(people.signOut(caller().account()));
    }

    /** {@code {"wallets": [CAIP-10, ...]}}, the oldest first. */
    @GET
    @Path("wallets")
    @RolesAllowed(Caller.PERSON)
    public Response wallets() {
        return PeopleJson.ok(
                Json.object().add("wallets", PeopleJson.wallets(accounts.wallets(caller().account()))));
    }

    /** Takes a wallet, named by its CAIP-10 id, from the account: 204; 409 where it is the last. */
    @DELETE
    @Path("wallets/{wallet}")
    @RolesAllowed(Caller.PERSON)
    public Response removeWallet(@PathParam("wallet") String wallet) {
        AccountId known;
        try {
            known = AccountId.parse(wallet);
        } catch (IllegalArgumentException e) {
            return Problem.UNKNOWN_WALLET.response();
        }
        return PeopleJson.done(people.removeWallet(caller().account(), known));
    }

    private Caller caller() {
        return (Caller) security.getUserPrincipal();
    }
}
