package org.gatehouse.account;

import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.gatehouse.Fake;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.vault.Randomness;

/** Opens this room to the tests of others. */
public final class AccountTestBed {
    private AccountTestBed() {}

    /** The accounts that are stored there, at this clock's time, and no networks. */
    public static Accounts accounts(EntityManager entities, Clock clock) {
        return accounts(entities, clock, new Randomness());
    }

    static Accounts accounts(EntityManager entities, Clock clock, Randomness randomness) {
        return accounts(entities, clock, randomness, new AccountSettings(Set.of(), Set.of()));
    }

    static Accounts accounts(EntityManager entities, Clock clock, AccountSettings settings) {
        return accounts(entities, clock, new Randomness(), settings);
    }

    @SuppressWarnings("unchecked")
    private static Accounts accounts(
            EntityManager entities, Clock clock, Randomness randomness, AccountSettings settings) {
        Instance<WalletNetwork> none =
                Fake.of(Instance.class, Map.of("iterator", nothing -> Collections.emptyIterator()));
        return new Accounts(entities, clock, randomness, none, settings, AuditTestBed.audit(entities, clock));
    }
}
