package org.gatehouse.account;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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

    /** Which wallets belong to the accounts that are stored there; nobody hears of one that is removed. */
    public static LinkedWallets linkedWallets(EntityManager entities, Clock clock) {
        return linkedWallets(entities, clock, removed -> {});
    }

    /** Which wallets belong to the accounts that are stored there; this one hears of each that is removed. */
    @SuppressWarnings("unchecked")
    public static LinkedWallets linkedWallets(EntityManager entities, Clock clock, Consumer<WalletRemoved> removed) {
        Event<WalletRemoved> event = Fake.of(Event.class, Map.of("fire", arguments -> {
            removed.accept((WalletRemoved) arguments[0]);
            return null;
        }));
        return new LinkedWallets(entities, clock, AuditTestBed.audit(entities, clock), event);
    }

    /** The roles of the accounts that are stored there. */
    public static Roles roles(EntityManager entities) {
        return new Roles(entities);
    }

    /** The accounts that are stored there, at this clock's time, and this network. */
    public static Accounts accounts(EntityManager entities, Clock clock, WalletNetwork network) {
        return accounts(entities, clock, new Randomness(), new AccountSettings(Set.of(), Set.of()), List.of(network));
    }

    static Accounts accounts(EntityManager entities, Clock clock, Randomness randomness) {
        return accounts(entities, clock, randomness, new AccountSettings(Set.of(), Set.of()));
    }

    static Accounts accounts(EntityManager entities, Clock clock, AccountSettings settings) {
        return accounts(entities, clock, new Randomness(), settings);
    }

    private static Accounts accounts(
            EntityManager entities, Clock clock, Randomness randomness, AccountSettings settings) {
        return accounts(entities, clock, randomness, settings, List.of());
    }

    @SuppressWarnings("unchecked")
    private static Accounts accounts(
            EntityManager entities,
            Clock clock,
            Randomness randomness,
            AccountSettings settings,
            List<WalletNetwork> networks) {
        Instance<WalletNetwork> beans = Fake.of(Instance.class, Map.of("iterator", nothing -> networks.iterator()));
        Instance<FactSource> facts =
                Fake.of(Instance.class, Map.of("iterator", nothing -> Collections.emptyIterator()));
        return new Accounts(
                entities,
                clock,
                randomness,
                beans,
                facts,
                settings,
                AuditTestBed.audit(entities, clock),
                new KnownStates(entities, clock));
    }
}
