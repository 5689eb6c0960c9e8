package org.gatehouse.idena;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;
import org.gatehouse.wallet.BouncyCastleEngine;
import org.gatehouse.wallet.SignatureRecovery;

/** Makes this room's settings and its signature recovery. */
@ApplicationScoped
class IdenaBeans {
    @Produces
    @Singleton
    IdenaSettings settings(Keys keys) {
        return IdenaSettings.read(keys);
    }

    @Produces
    @Singleton
    SignatureRecovery recovery() {
        return new SignatureRecovery(new BouncyCastleEngine());
    }
}
