package org.gatehouse.account;

import java.util.Set;

/** Knows a fact of people that costs something to find out. It is asked only where a group rule names the fact. A room offers a bean of this type. */
public interface FactSource {
    /** The name of the fact in group rules, such as {@code kyc}. */
    String fact();

    /**
     * The values that the fact has now; none where it is known and has no value.
     *
     * @param account the account's id; of a person who has none yet, an id that no account has
     */
    Set<String> values(String account);
}
