package org.gatehouse.account;

import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gatehouse.Fake;
import org.gatehouse.vault.Randomness;

/** Opens this room to the tests of others. */
public final class AccountTestBed {
    private AccountTestBed() {}

    /** The accounts that are stored there, at this clock's time, and no networks. */
    public static Accounts accounts(EntityManager entities, Clock clock) {
        return accounts(entities, clock, new Randomness());
    }

    /** The same, with this network. */
    @SuppressWarnings("unchecked")
    public static Accounts accounts(EntityManager entities, Clock clock, WalletNetwork network) {
        Instance<WalletNetwork> networks = Fake.of(
                Instance.class, Map.of("iterator", none -> List.of(network).iterator()));
        return new Accounts(entities, clock, new Randomness(), networks);
    }

    @SuppressWarnings("unchecked")
    static Accounts accounts(EntityManager entities, Clock clock, Randomness randomness) {
        return new Accounts(entities, clock, randomness, Fake.of(Instance.class, Map.of()));
    }
}
