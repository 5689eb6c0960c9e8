package org.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PendingRequestsTest {
    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Randomness randomness = new Randomness();
    private final PendingRequests pending = new PendingRequests(database.entities(), clock, randomness);
    private final Secret browser = randomness.secret();

    @Test
    void aRequestIsFoundByItsBrowserAlone() {
        PendingRequest request = begin();
        assertEquals(Optional.of(request), find(browser, request));
        assertEquals(Optional.empty(), find(randomness.secret(), request));
    }

    @Test
    void aRequestIsTakenOnce() {
        PendingRequest request = begin();
        assertTrue(database.inTransaction(() -> pending.remove(request)));
        assertFalse(database.inTransaction(() -> pending.remove(request)));
        assertFalse(database.inTransaction(() -> pending.decide(request, "deny")));
    }

    @Test
    void theSecretOfTheBrowserIsNotStored() {
        begin();
        assertEquals(
                browser.hash(),
                database.texts("select p.browserHash from PendingRow p").get(0));
    }

    @Test
    void requestsThatNobodyGoesOnWithAreSwept() {
        PendingRequest old = begin();
        clock.move(Authorization.LIFETIME);
        PendingRequest young = begin();
        clock.move(Duration.ofMillis(1));
        PendingSweep sweep = new PendingSweep(database.entities());
        assertEquals(1, database.inTransaction(() -> sweep.sweep(clock.instant(), 10)));
        assertEquals(Optional.empty(), find(browser, old));
        assertEquals(Optional.of(young), find(browser, young));
    }

    private PendingRequest begin() {
        return database.inTransaction(() -> pending.begin(browser, "a=b"));
    }

    private Optional<PendingRequest> find(Secret secret, PendingRequest request) {
        return database.inTransaction(() -> pending.find(secret, request.id()));
    }
}
