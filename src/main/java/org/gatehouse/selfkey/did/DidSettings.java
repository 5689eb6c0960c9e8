package org.gatehouse.selfkey.did;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.wallet.Address;

/**
 * Whom to ask about DIDs of SelfKey's registry, and how patiently.
 *
 * @param rpc the JSON-RPC endpoint of an Ethereum node; empty where such DIDs are not known here
 * @param contract the address of the registry's contract
 * @param timeout the longest wait of a caller
 */
record DidSettings(Optional<URI> rpc, Address contract, Duration timeout) implements Settings {
    static final String RPC = "gatehouse.selfkey.ethereum-rpc";
    static final String CONTRACT = "gatehouse.selfkey.did-ledger";

    static DidSettings read(Keys keys) {
        return new DidSettings(
                keys.optional(RPC).map(given -> keys.url(RPC)),
                contract(keys.text(CONTRACT)),
                keys.duration("gatehouse.selfkey.ethereum-timeout", Duration.ofMillis(100), Duration.ofSeconds(10)));
    }

    private static Address contract(String text) {
        try {
            return Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(CONTRACT, "must be an address: 0x and 40 hexadecimal digits");
        }
    }

    /** Without the endpoint, whose path may be a key. */
    @Override
    public String toString() {
        return "registry " + contract;
    }
}
