package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.gatehouse.config.Keys;
import org.gatehouse.vault.MasterKey;

/** Makes this room's settings, and the key rings of this node. */
@ApplicationScoped
class TokenBeans {
    @Produces
    @Singleton
    TokenSettings settings(Keys keys) {
        return TokenSettings.read(keys);
    }

    @Produces
    @Singleton
    KeyRings keyRings(StoredKeys stored, MasterKey masterKey, TokenSettings settings, Clock clock) {
        return new KeyRings(stored, masterKey, settings, clock);
    }
}
