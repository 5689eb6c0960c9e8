package org.gatehouse.account;

import java.util.HashSet;
import java.util.Set;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;

/**
 * Who administers this Gatehouse from the start.
 *
 * @param adminAddresses addresses that give the role on every chain
 * @param adminWallets wallets of one chain that give it
 */
record AccountSettings(Set<Address> adminAddresses, Set<AccountId> adminWallets) implements Settings {
    static final String ADMIN_WALLETS = "gatehouse.admin-wallets";

    AccountSettings {
        adminAddresses = Set.copyOf(adminAddresses);
        adminWallets = Set.copyOf(adminWallets);
    }

    static AccountSettings read(Keys keys) {
        Set<Address> addresses = new HashSet<>();
        Set<AccountId> wallets = new HashSet<>();
        for (String text : keys.optional(ADMIN_WALLETS).orElse("").split(",", -1)) {
            String wallet = text.strip();
            if (wallet.isEmpty()) continue;
            try {
                if (wallet.contains(":")) wallets.add(AccountId.parse(wallet));
                else addresses.add(Address.parse(wallet));
            } catch (IllegalArgumentException e) {
                throw new WrongSetting(
                        ADMIN_WALLETS,
                        "must be addresses of 0x and 40 hex digits, or CAIP-10 ids such as idena:mainnet:0x..., with commas between");
            }
        }
        return new AccountSettings(addresses, wallets);
    }

    /** Whether a sign-in with this wallet gives the role of an administrator. */
    boolean administers(AccountId wallet) {
        return adminWallets.contains(wallet) || adminAddresses.contains(wallet.address());
    }
}
