package org.gatehouse.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gatehouse.wallet.AccountId;

/**
 * A person as an application may learn of them, now.
 *
 * @param account the account's id
 * @param wallet the wallet that the person signed in with
 * @param standing what that wallet's network says
 * @param roles the roles that were given here
 */
public record Person(String account, AccountId wallet, Standing standing, Set<String> roles) {
    /** What group rules go by: each fact with the values that it has. A fact that is not known is absent. */
    public Map<String, Set<String>> facts() {
        Map<String, Set<String>> facts = new HashMap<>();
        standing.facts().forEach((name, value) -> facts.put(standing.network() + "." + name, Set.of(value.toString())));
        facts.put("role", roles);
        facts.put("wallet", Set.of(wallet.kind()));
        return facts;
    }
}
