package org.gatehouse.idena.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.gatehouse.account.WalletNetwork;
import org.gatehouse.config.Keys;

/** Makes this room's settings and the network that the rest of the house asks. */
@ApplicationScoped
class NodeBeans {
    @Produces
    @Singleton
    NodeSettings settings(Keys keys) {
        return NodeSettings.read(keys);
    }

    @Produces
    @Singleton
    WalletNetwork network(NodeSettings settings, Clock clock) {
        return switch (settings.source()) {
            case NONE -> new SilentNetwork();
            case NODE, API -> IdenaNetwork.of(settings, clock);
        };
    }

    void close(@Disposes WalletNetwork network) {
        if (network instanceof IdenaNetwork idena) idena.close();
    }
}
