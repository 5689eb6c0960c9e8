package org.gatehouse.idena.node;

import org.gatehouse.remote.Deadline;
import org.gatehouse.remote.NoAnswer;
import org.gatehouse.wallet.Address;

/** Whoever can be asked about Idena: a node, or the public API. Each call goes over the network; nothing is kept. */
interface IdentitySource {
    /**
     * What is known of the person behind an address. An address that the network never saw is {@link IdenaState#UNDEFINED}.
     *
     * @throws NoAnswer if the state cannot be learnt before the deadline; less important facts are then only left out
     */
    Identity identity(Address address, Deadline deadline);

    /**
     * The epoch that the network is in.
     *
     * @throws NoAnswer if it cannot be learnt before the deadline
     */
    Epoch epoch(Deadline deadline);
}
