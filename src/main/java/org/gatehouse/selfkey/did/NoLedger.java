package org.gatehouse.selfkey.did;

import java.util.Optional;
import org.gatehouse.wallet.Address;
import org.gatehouse.wallet.Did;

/** The registry where the configuration names nobody to ask. */
final class NoLedger implements DidLedger {
    @Override
    public boolean known() {
        return false;
    }

    @Override
    public Optional<Address> controller(Did did) {
        return Optional.empty();
    }
}
