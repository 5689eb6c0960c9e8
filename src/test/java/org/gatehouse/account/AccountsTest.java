package org.gatehouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.config.Defaults;
import org.gatehouse.config.Keys;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.database.Conflict;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.http.Caller;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    private static final Address ADDRESS = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    private static final AccountId WALLET = AccountId.idena(ADDRESS);
    private static final AccountId ANOTHER =
            AccountId.idena(Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Accounts accounts = AccountTestBed.accounts(database.entities(), clock);

    @Test
    void theSameWalletGetsTheSameAccount() {
        String account = ofWallet(WALLET);
        clock.move(Duration.ofDays(400));
        assertEquals(account, ofWallet(WALLET));
        assertEquals(1, database.count("AccountRow"));
    }

    @Test
    void theSameWalletInAnotherLetterCaseGetsTheSameAccount() {
        assertEquals(ofWallet(WALLET), ofWallet(AccountId.idena(Address.parse(ADDRESS.lowerCase()))));
    }

    @Test
    void anotherWalletGetsAnotherAccount() {
        assertNotEquals(ofWallet(WALLET), ofWallet(ANOTHER));
    }

    @Test
    void theSameAddressOnAnotherChainGetsAnotherAccount() {
        assertNotEquals(ofWallet(WALLET), ofWallet(AccountId.ethereum(ADDRESS)));
    }

    @Test
    void ofTwoNodesThatMeetANewWalletAtOnceTheSlowerFindsTheAccountAtItsSecondTry() {
        EntityManager node = database.anotherNode();
        List<String> faster = new ArrayList<>();
        // Between the look for the wallet and its insert.
        Accounts slow = AccountTestBed.accounts(node, clock, new Randomness() {
            @Override
            public String id() {
                faster.add(ofWallet(WALLET));
                return super.id();
            }
        });
        String account = Conflict.again(() -> TestDatabase.inTransaction(node, () -> slow.ofWallet(WALLET)));
        assertEquals(faster, List.of(account));
        assertEquals(1, database.count("AccountRow"));
    }

    @Test
    void aNewAccountHasNoRoles() {
        assertEquals(Set.of(), roles(ofWallet(WALLET)));
    }

    @Test
    void anAccountHasTheRolesThatItWasGiven() {
        String account = ofWallet(WALLET);
        database.inTransaction(
                () -> database.entities().find(AccountRow.class, account).roles.add("admin"));
        assertEquals(Set.of("admin"), roles(account));
        assertEquals(Set.of(), roles(ofWallet(ANOTHER)));
    }

    @Test
    void whereThereIsNoAccountThereAreNoRoles() {
        assertEquals(Set.of(), roles("nobody"));
    }

    @Test
    void theWalletsOfAnAccountAreListedByAge() {
        String account = ofWallet(WALLET);
        clock.move(Duration.ofDays(1));
        WalletRow second = new WalletRow();
        second.wallet = ANOTHER.toString();
        second.accountId = account;
        second.linkedAt = clock.instant();
        database.store(second);
        assertEquals(List.of(WALLET, ANOTHER), database.inTransaction(() -> accounts.wallets(account)));
        assertEquals(List.of(), database.inTransaction(() -> accounts.wallets("nobody")));
    }

    @Test
    void aWalletOfTheSettingMakesAnAdministratorOnceAndTheTrailSaysSo() {
        Accounts settled = AccountTestBed.accounts(
                database.entities(), clock, AccountSettings.read(admins(" " + ADDRESS.lowerCase() + ", ")));
        String account = database.inTransaction(() -> settled.ofWallet(WALLET));
        assertEquals(Set.of(Caller.ADMINISTRATOR), roles(account));
        assertEquals(account, database.inTransaction(() -> settled.ofWallet(WALLET)));
        assertEquals(Set.of(Caller.ADMINISTRATOR), roles(account));
        assertEquals(List.of("role.grant"), database.texts("select e.action from AuditRow e"));
        assertEquals(Set.of(), roles(database.inTransaction(() -> settled.ofWallet(ANOTHER))));
    }

    @Test
    void anAccountThatWasThereBeforeTheSettingBecomesAnAdministratorsToo() {
        String account = ofWallet(WALLET);
        Accounts settled =
                AccountTestBed.accounts(database.entities(), clock, AccountSettings.read(admins(WALLET.toString())));
        database.inTransaction(() -> settled.ofWallet(WALLET));
        assertEquals(Set.of(Caller.ADMINISTRATOR), roles(account));
        ofWallet(WALLET);
        assertEquals(Set.of(Caller.ADMINISTRATOR), roles(account), "who was taken out of the setting keeps the role");
    }

    @Test
    void anAddressIsMeantOnEveryChainAndAWalletOnItsOwn() {
        AccountSettings address = AccountSettings.read(admins(ADDRESS.toString()));
        AccountSettings wallet = AccountSettings.read(admins(WALLET.toString()));
        assertTrue(address.administers(WALLET) && address.administers(AccountId.ethereum(ADDRESS)));
        assertTrue(wallet.administers(WALLET) && !wallet.administers(AccountId.ethereum(ADDRESS)));
        assertFalse(AccountSettings.read(Defaults.keys()).administers(WALLET), "nobody by default");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "0x",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed;x",
                "idena:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
            })
    void anAddressThatCannotBeReadStopsTheDeployment(String wallets) {
        String message = String.valueOf(assertThrows(WrongSetting.class, () -> AccountSettings.read(admins(wallets)))
                .getMessage());
        assertTrue(message.startsWith("gatehouse.admin-wallets: must be addresses"), message);
    }

    private static Keys admins(String wallets) {
        return Defaults.with(Map.of("gatehouse.admin-wallets", wallets));
    }

    private String ofWallet(AccountId wallet) {
        return database.inTransaction(() -> accounts.ofWallet(wallet));
    }

    private Set<String> roles(String account) {
        return database.inTransaction(() -> accounts.roles(account));
    }
}
