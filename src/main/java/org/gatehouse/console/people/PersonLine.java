package org.gatehouse.console.people;

import java.util.List;
import java.util.TreeSet;
import org.gatehouse.account.KnownWallet;
import org.gatehouse.account.ListedAccount;
import org.gatehouse.console.When;
import org.jspecify.annotations.Nullable;

/**
 * A person in the list.
 *
 * @param id the account's id
 * @param wallets the wallets
 * @param roles the roles, in order
 * @param created when the account was made
 * @param signedIn when somebody signed in to it last
 * @param blocked since when nobody may
 */
public record PersonLine(
        String id,
        List<WalletLine> wallets,
        List<String> roles,
        When created,
        @Nullable When signedIn,
        @Nullable When blocked) {
    static PersonLine of(ListedAccount account) {
        return new PersonLine(
                account.id(),
                account.wallets().stream().map(WalletLine::of).toList(),
                List.copyOf(new TreeSet<>(account.roles())),
                When.of(account.createdAt()),
                When.of(account.signedInAt()),
                When.of(account.blockedAt()));
    }

    /**
     * A wallet.
     *
     * @param id its CAIP-10 id
     * @param kind of which network it is
     * @param address its address
     * @param shortAddress begin and end of it
     * @param state what its network said last; empty where it never said anything
     */
    public record WalletLine(
            String id,
            String kind,
            String address,
            String shortAddress,
            String state,
            @Nullable When stateAt,
            When linked) {
        static WalletLine of(KnownWallet known) {
            String address = known.wallet().address().toString();
            return new WalletLine(
                    known.wallet().toString(),
                    known.wallet().kind(),
                    address,
                    address.substring(0, 8) + "…" + address.substring(address.length() - 6),
                    known.state().orElse(""),
                    When.of(known.stateAt()),
                    When.of(known.linkedAt()));
        }
    }
}
