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
 * @param facts what group rules go by
 */
public record Person(String account, AccountId wallet, Standing standing, Set<String> roles, Facts facts) {
    /**
     * A person of whom these sources know more.
     *
     * @see Person
     */
    public static Person of(
            String account, AccountId wallet, Standing standing, Set<String> roles, Iterable<FactSource> sources) {
        Map<String, Set<String>> known = new HashMap<>();
        standing.facts().forEach((name, value) -> known.put(standing.network() + "." + name, Set.of(value.toString())));
        known.put("role", roles);
        known.put("wallet", Set.of(wallet.kind()));
        return new Person(account, wallet, standing, roles, new Facts(known, account, sources));
    }
}
