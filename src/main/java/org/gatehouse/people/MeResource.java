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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;
import org.gatehouse.session.Session;
import org.gatehouse.session.Sessions;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

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
    Applications applications;

    @Inject
    ConfirmedSession confirmed;

    @Inject
    Erasure erasure;

    /** {@code {"sub": account id, "roles": [...], "wallets": [CAIP-10, ...]}}. */
    @GET
    @RolesAllowed(Caller.PERSON)
    public Response me(@Context SecurityContext security) {
        return PeopleJson.ok(Json.object()
                .add("sub", caller(security).account())
                .add("roles", PeopleJson.texts(caller(security).roles()))
                .add(
                        "wallets",
                        PeopleJson.wallets(accounts.wallets(caller(security).account()))));
    }

    /** {@code {"sessions": [...]}}: those that are live, the one that was used last first. */
    @GET
    @Path("sessions")
    @RolesAllowed(Caller.PERSON)
    public Response sessions(@Context SecurityContext security, @Context HttpServletRequest request) {
        Optional<String> current = confirmed.of(caller(security), request).map(Session::id);
        return PeopleJson.ok(Json.object()
                .add(
                        "sessions",
                        PeopleJson.ownSessions(sessions.of(caller(security).account()), current)));
    }

    /** Ends one session: 204. */
    @DELETE
    @Path("sessions/{id}")
    @RolesAllowed(Caller.PERSON)
    public Response endSession(@Context SecurityContext security, @PathParam("id") String id) {
        if (!Randomness.isId(id)) return Problem.UNKNOWN_SESSION.response();
        return PeopleJson.done(() ->
                sessions.end(caller(security).account(), id) ? Optional.empty() : Optional.of(Problem.UNKNOWN_SESSION));
    }

    /** Ends all sessions but the one that the caller calls with: 204; 403 where the call came with a token, which is no session. */
    @POST
    @Path("sessions/end-others")
    @RolesAllowed(Caller.PERSON)
    public Response endOthers(@Context SecurityContext security, @Context HttpServletRequest request) {
        Optional<Session> kept = confirmed.of(caller(security), request);
        if (kept.isEmpty()) return Problem.CONFIRM_FIRST.response();
        return PeopleJson.done(() -> {
            sessions.endOthers(kept.get().account(), kept.get().id());
            return Optional.empty();
        });
    }

    /** Signs out everywhere: 204. */
    @POST
    @Path("sign-out")
    @RolesAllowed(Caller.PERSON)
    public Response signOut(@Context SecurityContext security) {
        return PeopleJson.done(() -> people.signOut(caller(security).account()));
    }

    /** {@code {"applications": [{"client_id", "name", "scope": [...], "since", "signed_up_at", "shared": [...]}, ...]}}: those that may learn of the caller, the oldest first. */
    @GET
    @Path("applications")
    @RolesAllowed(Caller.PERSON)
    public Response applications(@Context SecurityContext security) {
        return PeopleJson.ok(Json.object()
                .add(
                        "applications",
                        PeopleJson.applications(applications.of(caller(security).account()))));
    }

    /** Takes back what the caller allowed an application, and all that it was given: 204; 404 where there is nothing of it. */
    @DELETE
    @Path("applications/{client}")
    @RolesAllowed(Caller.PERSON)
    public Response leave(@Context SecurityContext security, @PathParam("client") String client) {
        return PeopleJson.done(() -> applications.leave(caller(security).account(), client)
                ? Optional.empty()
                : Optional.of(Problem.UNKNOWN_APPLICATION));
    }

    /** {@code {"wallets": [CAIP-10, ...]}}, the oldest first. */
    @GET
    @Path("wallets")
    @RolesAllowed(Caller.PERSON)
    public Response wallets(@Context SecurityContext security) {
        return PeopleJson.ok(Json.object()
                .add(
                        "wallets",
                        PeopleJson.wallets(accounts.wallets(caller(security).account()))));
    }

    /**
     * Takes a wallet, named by its CAIP-10 id, from the account: 204; 409 where it is the last, 403 where the caller's session did not show lately who
     * sits there. A token does not show that.
     */
    @DELETE
    @Path("wallets/{wallet}")
    @RolesAllowed(Caller.PERSON)
    public Response removeWallet(
            @Context SecurityContext security,
            @Context HttpServletRequest request,
            @PathParam("wallet") String wallet) {
        if (!confirmed.certain(caller(security), request)) return Problem.CONFIRM_FIRST.response();
        AccountId known;
        try {
            known = AccountId.parse(wallet);
        } catch (IllegalArgumentException e) {
            return Problem.UNKNOWN_WALLET.response();
        }
        return PeopleJson.done(() -> people.removeWallet(caller(security).account(), known));
    }

    /**
     * Erases what is kept of the caller, who says {@code ?confirm=erase}: 200 <code>{"kept": [{"client_id", "application", "template", "until"}]}</code>, what
     * has to stay, and until when; 400 where that is not said, 403 as above, 409 for the last administrator.
     */
    @DELETE
    @RolesAllowed(Caller.PERSON)
    public Response erase(
            @Context SecurityContext security,
            @Context HttpServletRequest request,
            @QueryParam("confirm") @Nullable String confirm) {
        if (!confirmed.certain(caller(security), request)) return Problem.CONFIRM_FIRST.response();
        String own = caller(security).account();
        return PeopleJson.erased(confirm, () -> erasure.erase(own, own));
    }

    private static Caller caller(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }
}
