package org.gatehouse.selfkey.did;

import java.util.Optional;
import org.gatehouse.wallet.Address;
import org.gatehouse.wallet.Did;

/** SelfKey's registry of DIDs. */
public interface DidLedger {
    /** Whether DIDs of the registry can be looked up here. */
    boolean known();

    /**
     * The address that controls a DID now.
     *
     * @param did one of the method {@link Did.Method#SELFKEY}
     * @return empty where the registry has no such DID, and where it is not {@link #known}
     * @throws LedgerAway if it cannot be asked
     */
    Optional<Address> controller(Did did);
}
