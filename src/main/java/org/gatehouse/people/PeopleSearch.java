package org.gatehouse.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.gatehouse.account.AccountDirectory;
import org.gatehouse.account.ListedAccount;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;

/** Finds people by what an administrator has of them: an account's id, a wallet's CAIP-10 id, or the address of a wallet of any kind. */
@Dependent
public class PeopleSearch {
    private final AccountDirectory directory;

    @Inject
    PeopleSearch(AccountDirectory directory) {
        this.directory = directory;
    }

    /** Whom this text names; nobody where it is no such text. */
    public List<ListedAccount> find(String text) {
        String given = text.strip();
        if (Randomness.isId(given)) return directory.find(given).stream().toList();
        try {
            return directory.ofWallets(wallets(given));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static List<AccountId> wallets(String text) {
        if (text.indexOf(':') >= 0) return List.of(AccountId.parse(text));
        Address address = Address.parse(text);
        return List.of(AccountId.idena(address), AccountId.ethereum(address));
    }
}
