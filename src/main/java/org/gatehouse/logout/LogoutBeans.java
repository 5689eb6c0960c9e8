package org.gatehouse.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one back channel of this node. */
@ApplicationScoped
class LogoutBeans {
    @Produces
    @Singleton
    BackChannel backChannel() {
        return new BackChannel();
    }

    void close(@Disposes BackChannel channel) {
        channel.close();
    }
}
