package org.gatehouse.account;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gatehouse.audit.Audit;
import org.gatehouse.wallet.AccountId;

/** Which wallets belong to an account, beyond the one that it was made with. */
@Dependent
@Transactional
public class LinkedWallets {
    private final EntityManager entities;
    private final Clock clock;
    private final Audit audit;
    private final Event<WalletRemoved> removed;

    @Inject
    LinkedWallets(EntityManager entities, Clock clock, Audit audit, Event<WalletRemoved> removed) {
        this.entities = entities;
        this.clock = clock;
        this.audit = audit;
        this.removed = removed;
    }

    /**
     * Adds a wallet, whose proof was seen, to an account. A wallet belongs to one account at most; none is ever moved.
     *
     * @throws jakarta.persistence.PersistenceException if another account got the wallet in this moment; a second call then says so
     */
    public Linking link(String account, AccountId wallet) {
        WalletRow known = entities.find(WalletRow.class, wallet.toString());
        if (known != null) return known.accountId.equals(account) ? Linking.ITS_OWN : Linking.OF_ANOTHER;
        WalletRow row = new WalletRow();
        row.wallet = wallet.toString();
        row.accountId = account;
        row.linkedAt = clock.instant();
        entities.persist(row);
        entities.flush();
        return Linking.ADDED;
    }

    /** The wallets of an account, the oldest first. */
    public List<LinkedWallet> of(String account) {
        return entities.createQuery(
                        "select w from WalletRow w where w.accountId = :account order by w.linkedAt, w.wallet",
                        WalletRow.class)
                .setParameter("account", account)
                .getResultStream()
                .map(row -> new LinkedWallet(AccountId.parse(row.wallet), row.linkedAt))
                .toList();
    }

    /** Takes a wallet from an account, unless it is the last one; {@link WalletRemoved} tells whoever has something that came of it. */
    public Unlinking unlink(String account, AccountId wallet) {
        return unlinkSince(account, wallet, Instant.EPOCH);
    }

    /** The same for a wallet that was added at this time or later; an older one is {@link Unlinking#UNKNOWN}. */
    public Unlinking unlinkSince(String account, AccountId wallet, Instant since) {
        // One at a time: of two that remove one of two wallets each, the second must see what the first has left.
        if (!AccountLock.hold(entities, account)) return Unlinking.UNKNOWN;
        if (count("= :wallet and w.linkedAt >= :since", account, wallet, since) == 0) return Unlinking.UNKNOWN;
        if (count("<> :wallet and w.linkedAt >= :since", account, wallet, Instant.EPOCH) == 0) return Unlinking.LAST;
        entities.createQuery("delete from WalletRow w where w.accountId = :account and w.wallet = :wallet")
                .setParameter("account", account)
                .setParameter("wallet", wallet.toString())
                .executeUpdate();
        audit.record("wallet.unlink", "ok", account, wallet.toString());
        removed.fire(new WalletRemoved(account, wallet));
        return Unlinking.REMOVED;
    }

    private long count(String which, String account, AccountId wallet, Instant since) {
        return entities.createQuery(
                        "select count(w) from WalletRow w where w.accountId = :account and w.wallet " + which,
                        Long.class)
                .setParameter("account", account)
                .setParameter("wallet", wallet.toString())
                .setParameter("since", since)
                .getSingleResult();
    }
}
