package org.gatehouse.account;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gatehouse.wallet.AccountId;

/** All accounts but those that were erased, for those who look for people. It asks no network. */
@Dependent
@Transactional
public class AccountDirectory {
    private final EntityManager entities;

    @Inject
    AccountDirectory(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Which accounts are looked for; each part narrows the list.
     *
     * @param role those that have this role
     * @param state those of whom a network said this last
     * @param blocked those that nobody may sign in to, and no others
     */
    public record Filter(Optional<String> role, Optional<String> state, boolean blocked) {
        /** All accounts. */
        public static Filter all() {
            return new Filter(Optional.empty(), Optional.empty(), false);
        }
    }

    /**
     * A page of accounts, the newest first.
     *
     * @param skip how many are left out
     * @param limit how many there are at most
     */
    public List<ListedAccount> search(Filter filter, int skip, int limit) {
        TypedQuery<AccountRow> query = entities.createQuery(
                "select a from AccountRow a where" + which(filter) + " order by a.createdAt desc, a.id desc",
                AccountRow.class);
        return listed(
                ask(query, filter).setFirstResult(skip).setMaxResults(limit).getResultList());
    }

    /** How many there are. */
    public long count(Filter filter) {
        return ask(entities.createQuery("select count(a) from AccountRow a where" + which(filter), Long.class), filter)
                .getSingleResult();
    }

    /** The account of this id; empty where there is none. */
    public Optional<ListedAccount> find(String id) {
        return listed(
                        Optional.ofNullable(entities.find(AccountRow.class, id))
                                .filter(row -> row.erasedAt == null)
                                .stream()
                                .toList())
                .stream()
                .findFirst();
    }

    /** The accounts of these wallets. */
    public List<ListedAccount> ofWallets(Collection<AccountId> wallets) {
        if (wallets.isEmpty()) return List.of();
        return listed(entities.createQuery(
                        "select a from AccountRow a where a.id in (select w.accountId from WalletRow w where w.wallet in :wallets)"
                                + " order by a.createdAt desc, a.id desc",
                        AccountRow.class)
                .setParameter(
                        "wallets", wallets.stream().map(AccountId::toString).toList())
                .getResultList());
    }

    /** How many people each state was last said of, by the name of the state. A person with several wallets may count for several. */
    public Map<String, Long> countByState() {
        Map<String, Long> counts = new TreeMap<>();
        entities.createQuery(
                        "select w.state, count(distinct w.accountId) from WalletRow w where w.state is not null group by w.state",
                        Object[].class)
                .getResultList()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    private static String which(Filter filter) {
        return " a.erasedAt is null"
                + (filter.blocked() ? " and a.blockedAt is not null" : "")
                + (filter.role().isPresent()
                        ? " and a.id in (select b.id from AccountRow b join b.roles r where r = :role)"
                        : "")
                + (filter.state().isPresent()
                        ? " and a.id in (select w.accountId from WalletRow w where w.state = :state)"
                        : "");
    }

    private static <T> TypedQuery<T> ask(TypedQuery<T> query, Filter filter) {
        filter.role().ifPresent(role -> query.setParameter("role", role));
        filter.state().ifPresent(state -> query.setParameter("state", state));
        return query;
    }

    /** Their wallets in one query. */
    private List<ListedAccount> listed(List<AccountRow> rows) {
        if (rows.isEmpty()) return List.of();
        Map<String, List<KnownWallet>> wallets = entities
                .createQuery(
                        "select w from WalletRow w where w.accountId in :accounts order by w.linkedAt, w.wallet",
                        WalletRow.class)
                .setParameter("accounts", rows.stream().map(row -> row.id).toList())
                .getResultList()
                .stream()
                .collect(groupingBy(row -> row.accountId, mapping(AccountDirectory::wallet, toList())));
        return rows.stream()
                .map(row -> new ListedAccount(
                        row.id,
                        row.createdAt,
                        Optional.ofNullable(row.signedInAt),
                        Optional.ofNullable(row.blockedAt),
                        Set.copyOf(row.roles),
                        wallets.getOrDefault(row.id, List.of())))
                .toList();
    }

    private static KnownWallet wallet(WalletRow row) {
        return new KnownWallet(
                AccountId.parse(row.wallet),
                row.linkedAt,
                Optional.ofNullable(row.state),
                Optional.ofNullable(row.stateAt));
    }
}
