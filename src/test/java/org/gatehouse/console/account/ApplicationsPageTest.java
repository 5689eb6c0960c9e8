package org.gatehouse.console.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.people.Application;
import org.junit.jupiter.api.Test;

class ApplicationsPageTest {
    @Test
    void whatAnApplicationLearnsIsSaidInTheOrderOfTheConsent() {
        assertEquals(
                List.of("address", "groups", "profile", "offline_access"),
                ApplicationsPage.told(application("offline_access", "openid", "profile"), true));
        assertEquals(List.of("address", "groups"), ApplicationsPage.told(application("openid"), true));
    }

    @Test
    void withoutAWalletOfIdenaNoIdentityIsTold() {
        assertEquals(
                List.of("address", "groups", "wallet"), ApplicationsPage.told(application("openid", "profile"), false));
    }

    @Test
    void whoOnlySignedUpTellsNothingBySignIns() {
        assertEquals(List.of(), ApplicationsPage.told(application(), true));
    }

    private static Application application(String... scope) {
        return new Application("notes", "Notes", Set.of(scope), Instant.EPOCH, Optional.empty());
    }
}
