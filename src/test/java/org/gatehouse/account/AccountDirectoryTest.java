package org.gatehouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.account.AccountDirectory.Filter;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountDirectoryTest {
    private static final AccountId FIRST = AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final AccountId SECOND =
            AccountId.idena(Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));
    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(BEGIN);
    private final Accounts accounts = AccountTestBed.accounts(database.entities(), clock);
    private final KnownStates states = new KnownStates(database.entities(), clock);
    private final AccountDirectory directory = new AccountDirectory(database.entities());

    @Test
    void theNewestComeFirstPageByPage() {
        String first = make(FIRST);
        String second = make(SECOND);
        assertEquals(List.of(second), ids(Filter.all(), 0, 1));
        assertEquals(List.of(first), ids(Filter.all(), 1, 1));
        assertEquals(2L, database.inTransaction(() -> directory.count(Filter.all())));
    }

    @Test
    void rolesStatesAndBlockedAccountsAreFound() {
        String first = make(FIRST);
        String second = make(SECOND);
        database.inTransaction(() -> AccountTestBed.roles(database.entities()).give(first, "auditor"));
        database.inTransaction(() -> accounts.block(second));
        said(SECOND, "Human");
        assertEquals(List.of(first), ids(new Filter(Optional.of("auditor"), Optional.empty(), false), 0, 9));
        assertEquals(List.of(second), ids(new Filter(Optional.empty(), Optional.of("Human"), false), 0, 9));
        assertEquals(List.of(second), ids(new Filter(Optional.empty(), Optional.empty(), true), 0, 9));
        assertEquals(List.of(), ids(new Filter(Optional.of("auditor"), Optional.empty(), true), 0, 9));
    }

    @Test
    void anAccountIsListedWithItsWalletsAndWhatIsKnownOfThem() {
        String account = make(FIRST);
        said(FIRST, "Newbie");
        database.inTransaction(() -> {
            accounts.signedIn(account);
            return account;
        });
        ListedAccount listed = database.inTransaction(() -> directory.ofWallets(List.of(FIRST, SECOND)))
                .get(0);
        assertEquals(account, listed.id());
        assertEquals(Optional.of(clock.instant()), listed.signedInAt());
        assertEquals(Optional.of("Newbie"), listed.wallets().get(0).state());
        assertEquals(Optional.of(listed), database.inTransaction(() -> directory.find(account)));
        assertEquals(Optional.empty(), database.inTransaction(() -> directory.find("nobody")));
    }

    @Test
    void aStateIsNotedWhenItChangesAndOnceAnHourElse() {
        make(FIRST);
        said(FIRST, "Newbie");
        Instant noted = clock.instant();
        clock.move(Duration.ofMinutes(59));
        said(FIRST, "Newbie");
        assertEquals(Optional.of(noted), stateAt());
        said(FIRST, "Verified");
        assertEquals(Optional.of(clock.instant()), stateAt());
        clock.move(Duration.ofMinutes(61));
        said(FIRST, "Verified");
        assertEquals(Optional.of(clock.instant()), stateAt());
        database.inTransaction(() -> {
            states.note(FIRST, Standing.unknown("idena"));
            return FIRST;
        });
        assertEquals(Map.of("Verified", 1L), database.inTransaction(directory::countByState), "an outage says nothing");
    }

    private Optional<Instant> stateAt() {
        return database.inTransaction(() -> directory.search(Filter.all(), 0, 1))
                .get(0)
                .wallets()
                .get(0)
                .stateAt();
    }

    private String make(AccountId wallet) {
        clock.move(Duration.ofSeconds(1));
        return database.inTransaction(() -> accounts.ofWallet(wallet));
    }

    private void said(AccountId wallet, String state) {
        database.inTransaction(() -> {
            states.note(wallet, new Standing("idena", true, Map.of("state", state)));
            return wallet;
        });
    }

    private List<String> ids(Filter filter, int skip, int limit) {
        return database.inTransaction(() -> directory.search(filter, skip, limit)).stream()
                .map(ListedAccount::id)
                .toList();
    }
}
