package org.gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.vault.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String WALLET = "idena:mainnet:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed";

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final Audit audit = AuditTestBed.audit(database.entities(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anEventSaysWhoDidWhatWhenAndWithWhichResult() {
        database.inTransaction(() -> audit.record("session.begin", "ok", "account", WALLET, "client"));
        AuditRow row = only();
        assertEquals(NOW, row.happenedAt);
        assertEquals("session.begin", row.action);
        assertEquals("ok", row.outcome);
        assertEquals("account", row.accountId);
        assertEquals("client", row.clientId);
    }

    @Test
    void theSubjectIsStoredAsItsKeyedHash() {
        database.inTransaction(() -> audit.record("idena.authenticate", "wrong-signature", null, WALLET));
        AuditRow row = only();
        assertEquals(AuditTestBed.key().subject(WALLET), row.subjectMac);
        assertNotEquals(Digests.sha256(WALLET), row.subjectMac);
        assertEquals("idena", row.network);
    }

    @Test
    void whatIsNotKnownIsNotStored() {
        database.inTransaction(() -> audit.record("idena.authenticate", "wrong-signature", null, null));
        AuditRow row = only();
        assertNull(row.accountId);
        assertNull(row.clientId);
        assertNull(row.subjectMac);
    }

    @Test
    void whatWasRolledBackDidNotHappen() {
        assertThrows(
                IllegalStateException.class,
                () -> database.inTransaction(() -> {
                    audit.record("session.begin", "ok", "account", WALLET);
                    database.entities().flush();
                    throw new IllegalStateException("something else went wrong");
                }));
        assertEquals(0, database.count("AuditRow"));
    }

    private AuditRow only() {
        return database.inTransaction(() -> database.entities()
                .createQuery("select a from AuditRow a", AuditRow.class)
                .getSingleResult());
    }
}
