package org.gatehouse.account;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;

/** People, by their wallets. */
@Dependent
public class Accounts {
    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final Instance<WalletNetwork> networks;

    @Inject
    Accounts(EntityManager entities, Clock clock, Randomness randomness, @Any Instance<WalletNetwork> networks) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.networks = networks;
    }

    /**
     * The account of a wallet whose proof was seen; makes it at the first sign-in.
     *
     * @return the account's id
     * @throws jakarta.persistence.PersistenceException if another node made the account in this moment
     */
    @Transactional
    public String ofWallet(AccountId wallet) {
        WalletRow known = entities.find(WalletRow.class, wallet.toString());
        if (known != null) return known.accountId;
        Instant now = clock.instant();
        AccountRow account = new AccountRow();
        account.id = randomness.id();
        account.createdAt = now;
        entities.persist(account);
        // Before the wallet that refers to it: the entities do not know of each other.
        entities.flush();
        WalletRow row = new WalletRow();
        row.wallet = wallet.toString();
        row.accountId = account.id;
        row.linkedAt = now;
        entities.persist(row);
        entities.flush();
        return account.id;
    }

    /** The roles of an account; empty where there is no such account. */
    @Transactional
    public Set<String> roles(String account) {
        AccountRow row = entities.find(AccountRow.class, account);
        return row == null ? Set.of() : Set.copyOf(row.roles);
    }

    /** Who has signed in with this wallet of this account. Not in a transaction: it may ask a distant server. */
    public Person person(String account, AccountId wallet) {
        return new Person(account, wallet, standing(wallet), roles(account));
    }

    /** What the wallet's network says of the person; unknown where no room knows the network. Not in a transaction: it may ask a distant server. */
    public Standing standing(AccountId wallet) {
        for (WalletNetwork network : networks) {
            if (network.chain().equals(wallet.chain())) return network.standing(wallet.address());
        }
        return Standing.unknown(wallet.chain());
    }

    /** When people next validate their identities on this wallet's network; empty where that is not known. Not in a transaction, as before. */
    public Optional<Instant> nextCeremony(AccountId wallet) {
        for (WalletNetwork network : networks) {
            if (network.chain().equals(wallet.chain())) return network.nextCeremony();
        }
        return Optional.empty();
    }
}
