package org.gatehouse.idena.node;

import org.gatehouse.account.Standing;
import org.gatehouse.account.WalletNetwork;
import org.gatehouse.wallet.Address;

/** Idena where the configuration says that nobody is asked: people sign in, and nothing is known of them. */
final class SilentNetwork implements WalletNetwork {
    @Override
    public String chain() {
        return IdenaNetwork.CHAIN;
    }

    @Override
    public Standing standing(Address address) {
        return Standing.unknown(IdenaNetwork.NAME);
    }
}
