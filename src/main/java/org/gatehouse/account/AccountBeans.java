package org.gatehouse.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;
import org.gatehouse.wallet.BouncyCastleEngine;
import org.gatehouse.wallet.SignatureRecovery;

/** Makes this room's settings, and what tells every wallet protocol which wallet signed. */
@ApplicationScoped
class AccountBeans {
    @Produces
    @Singleton
    AccountSettings settings(Keys keys) {
        return AccountSettings.read(keys);
    }

    @Produces
    @Singleton
    SignatureRecovery recovery() {
        return new SignatureRecovery(new BouncyCastleEngine());
    }
}
