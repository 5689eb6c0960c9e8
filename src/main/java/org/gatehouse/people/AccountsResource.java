package org.gatehouse.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gatehouse.account.AccountRecord;
import org.gatehouse.account.Accounts;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;
import org.gatehouse.session.Sessions;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.jspecify.annotations.Nullable;

/** Accounts, for administrators. */
@Under(Root.API)
@Path("accounts")
@RequestScoped
public class AccountsResource {
    private static final Pattern ROLE = Pattern.compile("[a-z-]{1,40}");

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    People people;

    @Inject
    Erasure erasure;

    /**
     * {@code {"accounts": [...]}}: the one account of this wallet, or none.
     *
     * @param wallet a CAIP-10 id, or an address of Idena
     */
    @GET
    @RolesAllowed({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public Response find(@QueryParam("wallet") @Nullable String wallet) {
        Optional<AccountId> parsed = wallet(wallet);
        if (parsed.isEmpty()) return Problem.BAD_REQUEST.response("The parameter wallet must name one wallet.");
        JsonArrayBuilder found = Json.array();
        parsed.flatMap(accounts::find)
                .flatMap(accounts::record)
                .ifPresent(account -> found.add(PeopleJson.account(account, sessions.of(account.id()))));
        return PeopleJson.ok(Json.object().add("accounts", found));
    }

    /** An account with its wallets, roles and live sessions. */
    @GET
    @Path("{id}")
    @RolesAllowed({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public Response get(@PathParam("id") String id) {
        Optional<AccountRecord> account = Randomness.isId(id) ? accounts.record(id) : Optional.empty();
        if (account.isEmpty()) return Problem.UNKNOWN_ACCOUNT.response();
        return PeopleJson.ok(PeopleJson.account(account.get(), sessions.of(id)));
    }

    /** Gives a role: 204. */
    @PUT
    @Path("{id}/roles/{role}")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response giveRole(@PathParam("id") String id, @PathParam("role") String role) {
        return ofRole(id, role, () -> people.giveRole(id, role));
    }

    /** Takes a role: 204; 409 where nobody else is an administrator. */
    @DELETE
    @Path("{id}/roles/{role}")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response takeRole(@PathParam("id") String id, @PathParam("role") String role) {
        return ofRole(id, role, () -> people.takeRole(id, role));
    }

    /** Signs a person out everywhere: 204. */
    @POST
    @Path("{id}/sign-out")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response signOut(@PathParam("id") String id) {
        return of(id, () -> people.signOut(id));
    }

    /** Lets nobody sign in to the account any more, and signs it out everywhere: 204; 409 where nobody else is an administrator. */
    @POST
    @Path("{id}/block")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response block(@PathParam("id") String id) {
        return of(id, () -> people.block(id));
    }

    /** Lets people sign in to the account again: 204. */
    @POST
    @Path("{id}/unblock")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response unblock(@PathParam("id") String id) {
        return of(id, () -> people.unblock(id));
    }

    /** Erases what is kept of a person, as {@link MeResource#erase} does: 200, 400, 404, 409. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Caller.ADMINISTRATOR)
    public Response erase(
            @PathParam("id") String id,
            @Context SecurityContext security,
            @QueryParam("confirm") @Nullable String confirm) {
        if (!Randomness.isId(id)) return Problem.UNKNOWN_ACCOUNT.response();
        String by = ((Caller) security.getUserPrincipal()).account();
        return PeopleJson.erased(confirm, () -> erasure.erase(id, by));
    }

    /** {@value Caller#PERSON} is no role that anyone gives: everyone who is signed in has it. */
    private static Response ofRole(String id, String role, Supplier<Optional<Problem>> work) {
        if (!ROLE.matcher(role).matches() || role.equals(Caller.PERSON)) {
            return Problem.BAD_REQUEST.response("A role is 1 to 40 lower-case letters and hyphens.");
        }
        return of(id, work);
    }

    private static Response of(String id, Supplier<Optional<Problem>> work) {
        return Randomness.isId(id) ? PeopleJson.done(work) : Problem.UNKNOWN_ACCOUNT.response();
    }

    private static Optional<AccountId> wallet(@Nullable String text) {
        if (text == null) return Optional.empty();
        try {
            return Optional.of(text.indexOf(':') < 0 ? AccountId.idena(Address.parse(text)) : AccountId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
