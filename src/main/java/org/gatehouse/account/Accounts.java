package org.gatehouse.account;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Circumstances;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;

/** People, by their wallets. */
@Dependent
public class Accounts {
    /** The role of those who administer this Gatehouse. */
    public static final String ADMINISTRATOR = "administrator";

    private static final Logger LOG = System.getLogger(Accounts.class.getName());

    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final Instance<WalletNetwork> networks;
    private final Instance<FactSource> facts;
    private final AccountSettings settings;
    private final Audit audit;
    private final KnownStates states;

    @Inject
    Accounts(
            EntityManager entities,
            Clock clock,
            Randomness randomness,
            @Any Instance<WalletNetwork> networks,
            @Any Instance<FactSource> facts,
            AccountSettings settings,
            Audit audit,
            KnownStates states) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.networks = networks;
        this.facts = facts;
        this.settings = settings;
        this.audit = audit;
        this.states = states;
    }

    /**
     * The account of a wallet whose proof was seen; makes it at the first sign-in. A wallet of {@code gatehouse.admin-wallets} makes its account an
     * administrator's.
     *
     * @return the account's id
     * @throws jakarta.persistence.PersistenceException if another node made the account, or gave the role, in this moment
     */
    @Transactional
    public String ofWallet(AccountId wallet) {
        AccountRow account = row(wallet);
        if (settings.administers(wallet) && account.roles.add(ADMINISTRATOR)) {
            entities.flush();
            audit.record(AuditEvent.of("role.grant")
                    .by(Circumstances.SYSTEM)
                    .account(account.id)
                    .wallet(wallet.toString())
                    .detail(ADMINISTRATOR));
        }
        return account.id;
    }

    private AccountRow row(AccountId wallet) {
        WalletRow known = entities.find(WalletRow.class, wallet.toString());
        if (known != null) return entities.find(AccountRow.class, known.accountId);
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
        return account;
    }

    /** The wallets of an account, the oldest first. */
    @Transactional
    public List<AccountId> wallets(String account) {
        return entities.createQuery(
                        "select w.wallet from WalletRow w where w.accountId = :account order by w.linkedAt, w.wallet",
                        String.class)
                .setParameter("account", account)
                .getResultStream()
                .map(AccountId::parse)
                .toList();
    }

    /** The oldest wallet of each of these accounts. */
    @Transactional
    public Map<String, AccountId> firstWallets(Collection<String> accounts) {
        Map<String, AccountId> first = new HashMap<>();
        if (accounts.isEmpty()) return first;
        entities.createQuery(
                        "select w.accountId, w.wallet from WalletRow w where w.accountId in :accounts order by w.linkedAt, w.wallet",
                        Object[].class)
                .setParameter("accounts", accounts)
                .getResultStream()
                .forEach(row -> first.putIfAbsent((String) row[0], AccountId.parse((String) row[1])));
        return first;
    }

    /** The account that this wallet belongs to; empty where it belongs to none. */
    @Transactional
    public Optional<String> find(AccountId wallet) {
        return Optional.ofNullable(entities.find(WalletRow.class, wallet.toString()))
                .map(row -> row.accountId);
    }

    /** Whether a wallet belongs to an account as the database says now, whatever the caller's transaction has read before. */
    @Transactional
    public boolean has(String account, AccountId wallet) {
        return entities.createQuery(
                                "select count(w) from WalletRow w where w.wallet = :wallet and w.accountId = :account",
                                Long.class)
                        .setParameter("wallet", wallet.toString())
                        .setParameter("account", account)
                        .getSingleResult()
                > 0;
    }

    /**
     * Holds an account until the caller's transaction is over; waits while another one does.
     *
     * @return whether there is such an account
     */
    @Transactional
    public boolean hold(String account) {
        return AccountLock.hold(entities, account);
    }

    /**
     * Whether an account is blocked, or erased. Whoever blocks it waits until the caller's transaction is over, so that what this transaction makes is seen by
     * then.
     */
    @Transactional
    public boolean blocked(String account) {
        return !AccountLock.hold(entities, account) || !open(account);
    }

    /** Whether there is such an account and it is neither blocked nor erased, for now: nobody waits for the caller. */
    @Transactional
    public boolean open(String account) {
        return entities.createQuery(
                                "select count(a) from AccountRow a where a.id = :id and a.blockedAt is null and a.erasedAt is null",
                                Long.class)
                        .setParameter("id", account)
                        .getSingleResult()
                > 0;
    }

    /**
     * Lets nobody sign in to an account any more. What it has is not ended by this.
     *
     * @return whether there is such an account
     */
    @Transactional
    public boolean block(String account) {
        if (!AccountLock.hold(entities, account)) return false;
        entities.createQuery("update AccountRow a set a.blockedAt = :now where a.id = :id and a.blockedAt is null")
                .setParameter("now", clock.instant())
                .setParameter("id", account)
                .executeUpdate();
        return true;
    }

    /**
     * Lets people sign in to an account again.
     *
     * @return whether there is such an account
     */
    @Transactional
    public boolean unblock(String account) {
        return entities.createQuery("update AccountRow a set a.blockedAt = null where a.id = :id")
                        .setParameter("id", account)
                        .executeUpdate()
                == 1;
    }

    /** What is stored of an account; empty where there is none of this id. */
    @Transactional
    public Optional<AccountRecord> record(String account) {
        return Optional.ofNullable(entities.find(AccountRow.class, account))
                .filter(row -> row.erasedAt == null)
                .map(row -> new AccountRecord(
                        row.id,
                        row.createdAt,
                        Optional.ofNullable(row.blockedAt),
                        Set.copyOf(row.roles),
                        wallets(row.id)));
    }

    /** The roles of an account; empty where there is no such account. */
    @Transactional
    public Set<String> roles(String account) {
        return Set.copyOf(
                entities.createQuery("select r from AccountRow a join a.roles r where a.id = :id", String.class)
                        .setParameter("id", account)
                        .getResultList());
    }

    /** Who has signed in with this wallet of this account. Not in a transaction: it may ask a distant server. */
    public Person person(String account, AccountId wallet) {
        return Person.of(account, wallet, standing(wallet), roles(account), facts);
    }

    /** What the wallet's network says of the person; unknown where no room knows the network. Not in a transaction: it may ask a distant server. */
    public Standing standing(AccountId wallet) {
        for (WalletNetwork network : networks) {
            if (network.chain().equals(wallet.chain())) return noted(wallet, network.standing(wallet.address()));
        }
        return Standing.unknown(wallet.chain());
    }

    private Standing noted(AccountId wallet, Standing standing) {
        try {
            states.note(wallet, standing);
        } catch (RuntimeException e) {
            // Whoever signs in does not wait for a note.
            LOG.log(Level.DEBUG, "what was said of a wallet is not noted", e);
        }
        return standing;
    }

    /** Notes that somebody has signed in to an account now. */
    @Transactional
    public void signedIn(String account) {
        entities.createQuery("update AccountRow a set a.signedInAt = :now where a.id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", account)
                .executeUpdate();
    }

    /** When people next validate their identities on this wallet's network; empty where that is not known. Not in a transaction, as before. */
    public Optional<Instant> nextCeremony(AccountId wallet) {
        for (WalletNetwork network : networks) {
            if (network.chain().equals(wallet.chain())) return network.nextCeremony();
        }
        return Optional.empty();
    }
}
