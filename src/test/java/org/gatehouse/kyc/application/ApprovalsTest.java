package org.gatehouse.kyc.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApprovalsTest {
    private static final AccountId WALLET =
            AccountId.ethereum(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final Clock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final String account = database.inTransaction(
            () -> AccountTestBed.accounts(database.entities(), clock).ofWallet(WALLET));

    @Test
    void whatIsApprovedIsToldWithItsClient() {
        made("bank", "individual", ApplicationStatus.APPROVED);
        made("bank", "individual", ApplicationStatus.APPROVED);
        made("shop", "adult", ApplicationStatus.APPROVED);
        assertEquals(Set.of("bank/individual", "shop/adult"), values(account));
        assertEquals(Set.of(), values("0123456789abcdef0123456789abcdef"));
    }

    @Test
    void whatIsNotApprovedOrNoMoreIsNotTold() {
        for (ApplicationStatus status : ApplicationStatus.values()) {
            if (status != ApplicationStatus.APPROVED) made("bank", status.slug(), status);
        }
        assertEquals(Set.of(), values(account));
    }

    @Test
    void anApprovalCountsAlsoWhenWhatItWasGivenForIsErased() {
        ApplicationRow row = row("bank", "individual", ApplicationStatus.APPROVED);
        row.dossierSealed = null;
        row.erasedAt = clock.instant().minus(Duration.ofDays(1));
        database.store(row);
        assertEquals(Set.of("bank/individual"), values(account));
    }

    @Test
    void anApprovalOfACompanysMemberIsNotOneOfWhoAppliedForTheCompany() {
        ApplicationRow company = row("bank", "company", ApplicationStatus.UPLOADED);
        database.store(company);
        ApplicationRow member = row("bank", "individual", ApplicationStatus.APPROVED);
        member.parentId = company.id;
        database.store(member);
        assertEquals(Set.of(), values(account));
    }

    private Set<String> values(String whose) {
        return database.inTransaction(() -> new Approvals(database.entities()).values(whose));
    }

    private void made(String client, String template, ApplicationStatus status) {
        database.store(row(client, template, status));
    }

    private ApplicationRow row(String client, String template, ApplicationStatus status) {
        ApplicationRow row = new ApplicationRow();
        row.id = new Randomness().id();
        row.clientId = client;
        row.accountId = account;
        row.templateId = template;
        row.status = status.code();
        row.createdAt = clock.instant();
        row.updatedAt = clock.instant();
        return row;
    }
}
