package org.gatehouse.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        database.inTransaction(() -> consents.give(account, "app", Set.of("openid")));
        database.inTransaction(() -> consents.give(account, "other", Set.of("openid")));
        database.inTransaction(() -> consents.forget(new ClientRemoved("app")));
        assertEquals(List.of("other"), database.texts("select c.clientId from ConsentRow c"));
    }
}
