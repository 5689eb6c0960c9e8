package org.gatehouse.selfkey.did;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings and the registry. */
@ApplicationScoped
class DidBeans {
    @Produces
    @Singleton
    DidSettings settings(Keys keys) {
        return DidSettings.read(keys);
    }

    @Produces
    @Singleton
    DidLedger ledger(DidSettings settings) {
        return settings.rpc()
                .<DidLedger>map(rpc -> new EthereumLedger(rpc, settings.contract(), settings.timeout()))
                .orElseGet(NoLedger::new);
    }

    void close(@Disposes DidLedger ledger) {
        if (ledger instanceof EthereumLedger ethereum) ethereum.close();
    }
}
