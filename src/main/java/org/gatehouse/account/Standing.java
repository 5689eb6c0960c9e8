package org.gatehouse.account;

import java.util.Map;

/**
 * What a wallet's network says about the person behind the wallet.
 *
 * @param network the network's name as it stands in tokens and group rules, such as {@code idena}
 * @param known whether the network answered; where it did not, the person has no privileges of it
 * @param facts names and values ({@link String}, {@link Long}), such as {@code state} = {@code Human}; empty where not known
 */
public record Standing(String network, boolean known, Map<String, Object> facts) {
    public Standing {
        facts = Map.copyOf(facts);
    }

    /** The standing where the network cannot be asked just now. */
    public static Standing unknown(String network) {
        return new Standing(network, false, Map.of());
    }
}
