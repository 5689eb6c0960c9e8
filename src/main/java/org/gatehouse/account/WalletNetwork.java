package org.gatehouse.account;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.wallet.Address;

/** The network of a kind of wallet, which can say something about the person behind an address. A wallet's room offers a bean of this type. */
public interface WalletNetwork {
    /** The CAIP-2 id of the chain whose accounts it knows, such as {@code idena:mainnet}. */
    String chain();

    /** What the network says now, or said a short while ago. Throws nothing: an outage is {@link Standing#unknown}. */
    Standing standing(Address address);

    /** How it has answered this node since the start; empty where nobody is asked. */
    default Optional<NetworkHealth> health() {
        return Optional.empty();
    }

    /** When people next validate their identities on this network; empty where it knows no such thing, or cannot say just now. Throws nothing. */
    default Optional<Instant> nextCeremony() {
        return Optional.empty();
    }
}
