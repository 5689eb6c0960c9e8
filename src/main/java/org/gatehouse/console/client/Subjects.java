package org.gatehouse.console.client;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Facts;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;

/** People on whom rules are tried. */
@Dependent
class Subjects {
    private final Accounts accounts;

    @Inject
    Subjects(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What is known of a person who signed in with this wallet. */
    record Subject(String wallet, Facts facts) {}

    /**
     * A person with each of their wallets.
     *
     * @param who an account's id, a wallet's address, or its id of CAIP-10
     * @return none where nobody is found
     */
    List<Subject> of(String who) {
        return account(who).stream()
                .flatMap(account -> accounts.wallets(account).stream()
                        .map(wallet -> new Subject(
                                wallet.toString(),
                                accounts.person(account, wallet).facts())))
                .toList();
    }

    private Optional<String> account(String who) {
        if (Randomness.isId(who)) return Optional.of(who);
        return wallets(who).flatMap(wallet -> accounts.find(wallet).stream()).findFirst();
    }

    private static Stream<AccountId> wallets(String who) {
        try {
            if (who.contains(":")) return Stream.of(AccountId.parse(who));
            Address address = Address.parse(who);
            return Stream.of(AccountId.idena(address), AccountId.ethereum(address));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
