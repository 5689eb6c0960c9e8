package org.gatehouse.kyc.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApiKeysTest {
    private static final Instant BEGIN = Instant.parse("2026-11-21T12:00:00Z");
    private static final String BY = "a".repeat(32);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(BEGIN);
    private final ApiKeys keys = new ApiKeys(
            database.entities(),
            clock,
            new Randomness(),
            ClientTestBed.lock(database.entities()),
            AuditTestBed.audit(database.entities(), clock));

    @BeforeEach
    void client() {
        database.inTransaction(() -> ClientTestBed.register(database.entities(), clock, "bank"));
    }

    @Test
    void aKeyIsAnActorAtItsClientAlone() {
        ApiKeys.Made made = made();
        assertEquals(
                Optional.of(new Actor(Actor.Kind.API_KEY, made.row().id)),
                use("bank", made.secret().text()));
        assertEquals(Optional.empty(), use("other", made.secret().text()));
        assertEquals(Optional.empty(), use("bank", "x".repeat(43)));
        assertEquals(Optional.empty(), use("bank", "no key"));
    }

    @Test
    void whatIsStoredIsNotTheKey() {
        ApiKeys.Made made = made();
        assertEquals(List.of(made.secret().hash()), database.texts("select k.keyHash from ApiKeyRow k"));
    }

    @Test
    void itsUseIsNotedOnceAMinute() {
        ApiKeys.Made made = made();
        use("bank", made.secret().text());
        clock.move(Duration.ofSeconds(59));
        use("bank", made.secret().text());
        assertEquals(BEGIN, lastUsed());
        clock.move(Duration.ofSeconds(1));
        use("bank", made.secret().text());
        assertEquals(BEGIN.plusSeconds(60), lastUsed());
    }

    @Test
    void aRevokedKeyIsNone() {
        ApiKeys.Made made = made();
        assertFalse(database.inTransaction(() -> keys.revoke("other", made.row().id, BY)));
        assertTrue(database.inTransaction(() -> keys.revoke("bank", made.row().id, BY)));
        assertFalse(database.inTransaction(() -> keys.revoke("bank", made.row().id, BY)));
        assertEquals(Optional.empty(), use("bank", made.secret().text()));
    }

    @Test
    void aClientThatThereIsNotHasNoKeys() {
        assertEquals(Optional.empty(), database.inTransaction(() -> keys.make("nobody", "n", BY)));
        assertEquals(Optional.empty(), database.inTransaction(() -> keys.of("nobody")));
    }

    @Test
    void keysGoWithTheirClient() {
        made();
        database.inTransaction(() -> keys.forget(new ClientRemoved("bank")));
        assertEquals(0, database.count("ApiKeyRow"));
    }

    private ApiKeys.Made made() {
        return database.inTransaction(() -> keys.make("bank", "billing", BY)).orElseThrow();
    }

    private Optional<Actor> use(String client, String key) {
        return database.inTransaction(() -> keys.use(client, key));
    }

    private Instant lastUsed() {
        return database.inTransaction(() -> database.entities()
                .createQuery("select k.lastUsedAt from ApiKeyRow k", Instant.class)
                .getSingleResult());
    }
}
