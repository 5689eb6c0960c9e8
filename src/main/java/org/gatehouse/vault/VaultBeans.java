package org.gatehouse.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.crypto.SecretKey;
import org.gatehouse.config.Keys;

/** Makes this room's settings, and the master key of them. */
@ApplicationScoped
class VaultBeans {
    @Produces
    @Singleton
    VaultSettings settings(Keys keys) {
        return VaultSettings.read(keys);
    }

    @Produces
    @Singleton
    MasterKey masterKey(VaultSettings settings, Randomness randomness) {
        return new MasterKey(
                settings.masterKey().getEncoded(),
                settings.before().map(SecretKey::getEncoded),
                settings.next().map(SecretKey::getEncoded),
                randomness);
    }
}
