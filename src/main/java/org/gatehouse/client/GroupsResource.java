package org.gatehouse.client;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Facts;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;

/** A dry run of a client's group rules, for administrators. */
@Under(Root.API)
@Path("clients/{id}/groups")
@RequestScoped
public class GroupsResource {
    @Inject
    Clients clients;

    @Inject
    Accounts accounts;

    /**
     * The groups that a person would have now in tokens for this client, with each wallet of theirs.
     *
     * @param account the account's id
     * @return 200 with {@code {"account", "wallets": [{"wallet", "groups", "facts": {name: [values]}, "rules": [{"group", "holds"}]}]}}; {@code rules} is
     *     missing where the client has none, so that the groups are the state and the roles. 400, 404
     */
    @GET
    @RolesAllowed({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public Response dryRun(@PathParam("id") String id, @QueryParam("account") @DefaultValue("") String account) {
        Optional<Client> client = clients.registered(id);
        if (client.isEmpty()) return Problem.UNKNOWN_CLIENT.response();
        if (account.isEmpty()) return Problem.BAD_REQUEST.response("The parameter account is missing.");
        List<AccountId> wallets = Randomness.isId(account) ? accounts.wallets(account) : List.of();
        if (wallets.isEmpty()) return Problem.NOT_FOUND.response("There is no account of this id.");
        JsonArrayBuilder each = Json.array();
        for (AccountId wallet : wallets) {
            Facts facts = accounts.person(account, wallet).facts();
            each.add(one(client.get(), facts).add("wallet", wallet.toString()));
        }
        return JsonAnswer.ok(
                Json.object().add("account", account).add("wallets", each).build());
    }

    private static JsonObjectBuilder one(Client client, Facts facts) {
        GroupTrial trial = GroupTrial.of(client, facts);
        JsonObjectBuilder known = Json.object();
        trial.facts().forEach((name, values) -> known.add(name, texts(values)));
        JsonObjectBuilder one =
                Json.object().add("groups", texts(trial.groups())).add("facts", known);
        trial.rules().ifPresent(rules -> {
            JsonArrayBuilder held = Json.array();
            rules.forEach(
                    rule -> held.add(Json.object().add("group", rule.group()).add("holds", rule.holds())));
            one.add("rules", held);
        });
        return one;
    }

    private static JsonArrayBuilder texts(Collection<String> texts) {
        JsonArrayBuilder array = Json.array();
        texts.forEach(array::add);
        return array;
    }
}
