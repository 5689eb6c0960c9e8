package org.gatehouse.kyc.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.EndpointTestBed;
import org.gatehouse.endpoint.HandOver.HandedOver;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VisitsTest {
    private static final AccountId ADA =
            AccountId.ethereum(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final RootEndpoint BANK = EndpointTestBed.root("bank", "Bank");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final Accounts accounts = AccountTestBed.accounts(database.entities(), clock);
    private final Visits visits = new Visits(database.entities(), clock, new Randomness(), accounts);

    @Test
    void aVisitIsForOneClientAndAWhile() {
        Secret secret = begun();
        assertEquals(Optional.of(new Applicant(BANK, ADA)), find(secret, BANK));
        assertEquals(Optional.empty(), find(secret, EndpointTestBed.root("shop", "Shop")));
        assertEquals(Optional.empty(), find(new Randomness().secret(), BANK));
        clock.move(Visits.LIFETIME);
        assertEquals(Optional.empty(), find(secret, BANK));
    }

    @Test
    void whoIsBlockedVisitsNothing() {
        Secret secret = begun();
        database.inTransaction(() -> accounts.block(accounts.ofWallet(ADA)));
        assertEquals(Optional.empty(), find(secret, BANK));
    }

    @Test
    void pastVisitsAreSweptAndThoseOfAClientGoWithIt() {
        begun();
        assertEquals(0, sweep());
        clock.move(Visits.LIFETIME.plusSeconds(1));
        assertEquals(1, sweep());
        begun();
        database.inTransaction(() -> visits.forget(new ClientRemoved("bank")));
        assertEquals(0, database.count("VisitRow"));
    }

    private int sweep() {
        return database.inTransaction(() -> visits.sweep(clock.instant(), 10));
    }

    private Secret begun() {
        return database.inTransaction(
                () -> visits.begin(new HandedOver(new Applicant(BANK, ADA), accounts.ofWallet(ADA))));
    }

    private Optional<Applicant> find(Secret secret, RootEndpoint root) {
        return database.inTransaction(() -> visits.find(secret, root));
    }
}
