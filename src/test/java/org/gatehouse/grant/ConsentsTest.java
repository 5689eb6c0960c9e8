package org.gatehouse.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConsentsTest {
    private static final AccountId WALLET =
            AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Consents consents =
            new Consents(database.entities(), clock, AuditTestBed.audit(database.entities(), clock));

    @Test
    void whatARemovedClientWasAllowedIsNotAllowedToTheNextOfItsId() {
        String account = database.inTransaction(
                () -> AccountTestBed.accounts(database.entities(), clock).ofWallet(WALLET));
        database.inTransaction(() -> consents.give(account, "app", Set.of("openid"), Set.of()));
        database.inTransaction(() -> consents.give(account, "other", Set.of("openid"), Set.of()));
        database.inTransaction(() -> consents.forget(new ClientRemoved("app")));
        assertEquals(List.of("other"), database.texts("select c.clientId from ConsentRow c"));
    }

    @Test
    void whatWasShownLastIsWhatMayBeTold() {
        String account = database.inTransaction(
                () -> AccountTestBed.accounts(database.entities(), clock).ofWallet(WALLET));
        Set<String> scope = Set.of("attributes");
        Set<String> both = Set.of("email=email", "home=physical-address");
        assertEquals(Set.of(), told(account));
        database.inTransaction(() -> consents.give(account, "app", scope, both));
        assertEquals(both, told(account));
        database.inTransaction(() -> consents.give(account, "app", Set.of("openid"), Set.of()));
        assertEquals(both, told(account), "a consent without the scope leaves them");
        database.inTransaction(() -> consents.give(account, "app", scope, Set.of("home=email")));
        assertEquals(Set.of("home=email"), told(account));
        assertTrue(given(account, scope, Set.of("home=email")));
        assertFalse(given(account, scope, both));
    }

    private Set<String> told(String account) {
        return database.inTransaction(() -> consents.told(account, "app"));
    }

    private boolean given(String account, Set<String> scope, Set<String> told) {
        return database.inTransaction(() -> consents.given(account, "app", scope, told))
                .isPresent();
    }
}
