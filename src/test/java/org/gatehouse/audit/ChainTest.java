package org.gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.gatehouse.audit.Fault.Kind;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.vault.Digests;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain, and that every way of changing it behind our back is found. */
class ChainTest {
    private static final String OTHER_HASH = "f".repeat(64);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final ChainTestBed bed = new ChainTestBed(database);

    @Test
    void whatIsRecordedIsChainedInOrder() {
        bed.chain(5);
        Verification.Report report = bed.check();
        assertEquals(List.of(), report.faults());
        assertEquals(1, report.from());
        assertEquals(5, report.to());
        assertEquals(5, report.checked());
        assertEquals(
                List.of("1 account0", "2 account1", "3 account2", "4 account3", "5 account4"),
                database.texts("select concat(a.number, ' ', a.accountId) from AuditRow a order by a.happenedAt"));
        assertEquals(0, bed.seal(), "once");
    }

    @Test
    void anEmptyTrailIsWhole() {
        assertTrue(bed.check().whole());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "happened_at = happened_at + 1",
                "action = 'session.end'",
                "outcome = 'blocked'",
                "actor = 'account:other'",
                "account_id = 'other'",
                "account_id = null",
                "client_id = 'other'",
                "application_id = 'other'",
                "network = null",
                "subject_mac = null",
                "origin_mac = 'other'",
                "request_id = 'other'",
                "detail = null",
                "detail = 'the 2th'",
                // From one column to its neighbour: the text tells them apart.
                "account_id = null, client_id = account_id"
            })
    void aChangedEventIsFound(String change) {
        bed.chain(5);
        bed.sql("update audit_event set " + change + " where number = 2");
        Fault fault = bed.check().faults().get(0);
        assertEquals(Kind.CHANGED, fault.kind());
        assertEquals(2, fault.number());
        assertEquals(1, fault.count());
    }

    @Test
    void whoWritesANewHashHasNoKeyForItsMac() {
        bed.chain(5);
        bed.sql("update audit_event set detail = 'other', hash = '" + OTHER_HASH + "' where number = 2");
        assertEquals(List.of(Kind.CHANGED, Kind.BAD_MAC), bed.faults());
    }

    @Test
    void aMissingEventIsFound() {
        bed.chain(5);
        bed.sql("delete from audit_event where number in (2, 3)");
        Fault fault = bed.check().faults().get(0);
        assertEquals(Kind.MISSING, fault.kind());
        assertEquals(2, fault.number());
        assertEquals(2, fault.count());
        assertEquals("Events 2 to 3 are missing.", fault.sentence());
    }

    @Test
    void eventsThatChangedPlacesAreFound() {
        bed.chain(5);
        bed.sql("update audit_event set number = 99 where number = 2");
        bed.sql("update audit_event set number = 2 where number = 4");
        bed.sql("update audit_event set number = 4 where number = 99");
        Fault fault = bed.check().faults().stream()
                .filter(each -> each.kind() == Kind.REORDERED)
                .findFirst()
                .orElseThrow();
        assertEquals(2, fault.number());
        assertEquals(2, fault.count());
        assertEquals("Event 2 was chained as 4 and stands at another place.", fault.sentence());
    }

    @Test
    void aMissingTailIsFound() {
        bed.chain(5);
        bed.sql("delete from audit_event where number > 3");
        assertEquals(List.of(Kind.MISSING), bed.faults());
    }

    @Test
    void aTailThatWasCutWithItsTracesIsFoundByAKeptCheckpoint() {
        bed.chain(3);
        String hash = database.texts("select a.hash from AuditRow a where a.number = 3")
                .get(0);
        bed.chain(2);
        String kept = bed.checkpoint().orElseThrow();
        assertTrue(bed.check(kept).whole());
        bed.sql("delete from audit_event where number > 3");
        bed.sql("update audit_chain set number = 3, hash = '" + hash + "'");
        assertEquals(List.of(Kind.CHECKPOINT_NOT_CONTAINED), bed.faults(), "by the stored one");
        bed.sql("delete from audit_checkpoint");
        assertEquals(List.of(), bed.faults());
        assertEquals(List.of(Kind.CHECKPOINT_NOT_CONTAINED), bed.faults(kept));
        bed.chain(4);
        assertEquals(List.of(Kind.CHECKPOINT_NOT_CONTAINED), bed.faults(kept), "other events at the same numbers");
    }

    @Test
    void aNodeKnowsWhatItHasSeen() {
        bed.chain(3);
        String hash = database.texts("select a.hash from AuditRow a where a.number = 3")
                .get(0);
        bed.chain(2);
        bed.see();
        bed.sql("delete from audit_event where number > 3");
        bed.sql("update audit_chain set number = 3, hash = '" + hash + "'");
        assertEquals(List.of(Kind.SET_BACK), bed.faults());
        assertFalse(bed.seen.see(new SeenEnd.End(3, hash)));
    }

    @Test
    void anEventThatNobodyRecordedIsNotChained() {
        bed.chain(3);
        bed.sql(
                "insert into audit_event (id, happened_at, action, outcome, mac) values ('forged', 1, 'role.grant', 'ok', '"
                        + OTHER_HASH + "')");
        bed.sql("insert into audit_event (id, happened_at, action, outcome) values ('plain', 1, 'role.grant', 'ok')");
        bed.chain(2);
        Fault fault = bed.check().faults().get(0);
        assertEquals(Kind.NOT_RECORDED, fault.kind());
        assertEquals(2, fault.count());
        assertEquals(5, bed.check().to(), "the others go on");
    }

    @Test
    void anEventThatWasChangedBeforeItWasChainedIsFound() {
        bed.record(AuditEvent.of("session.begin"));
        bed.sql("update audit_event set outcome = 'blocked'");
        bed.seal();
        assertEquals(List.of(Kind.NOT_RECORDED), bed.faults());
    }

    @Test
    void anEventThatIsPutBehindTheEndIsFound() {
        bed.chain(3);
        bed.sql("insert into audit_event (id, happened_at, action, outcome, mac, hash, number)"
                + " values ('forged', 1, 'role.grant', 'ok', 'x', 'x', 4)");
        assertEquals(List.of(Kind.WRONG_END), bed.faults());
        bed.sql("update audit_chain set number = 4, hash = 'x'");
        assertEquals(List.of(Kind.BAD_MAC), bed.faults());
    }

    @Test
    void whatWaitsForMinutesIsFound() {
        bed.record(AuditEvent.of("session.begin"));
        assertTrue(bed.check().whole());
        bed.clock.move(Duration.ofMinutes(3));
        assertEquals(List.of(Kind.WAITING), bed.faults());
    }

    @Test
    void aCheckpointOfAnotherIsFound() {
        bed.chain(3);
        ChainTestBed other = new ChainTestBed(database);
        assertEquals(
                List.of(Kind.BAD_CHECKPOINT),
                bed.faults(other.checkpoint().orElseThrow()).subList(0, 1));
        assertTrue(bed.faults("no checkpoint").contains(Kind.BAD_CHECKPOINT));
    }

    @Test
    void checkpointsAreMadeWhereThereIsSomethingNewAndItIsTime() {
        assertEquals(Optional.empty(), bed.checkpoint());
        bed.chain(1);
        assertTrue(bed.checkpoint().isPresent());
        bed.chain(1);
        assertEquals(Optional.empty(), bed.checkpoint(), "not yet");
        bed.clock.move(Duration.ofMinutes(5));
        assertTrue(bed.checkpoint().isPresent());
        bed.clock.move(Duration.ofMinutes(5));
        assertEquals(Optional.empty(), bed.checkpoint(), "nothing new");
        assertEquals(2, bed.check().checkpoints());
    }

    @Test
    void theBeginningIsCutWhenItIsOldAndTheRestIsWhole() {
        bed.chain(3);
        String first = bed.checkpoint().orElseThrow();
        bed.clock.move(Duration.ofDays(31));
        bed.chain(2);
        assertTrue(bed.cut().isPresent());
        bed.seal();
        Verification.Report report = bed.check(first);
        assertEquals(List.of(), report.faults());
        assertEquals(4, report.from());
        assertEquals(6, report.to(), "that it was cut stands in the trail");
        assertEquals(Optional.empty(), bed.cut(), "once");
    }

    @Test
    void aBeginningThatWasNotCutByUsIsFound() {
        bed.chain(3);
        bed.checkpoint();
        bed.chain(2);
        bed.sql("delete from audit_event where number <= 3");
        assertEquals(List.of(Kind.MISSING, Kind.CHECKPOINT_NOT_CONTAINED), bed.faults());
        bed.sql("update audit_chain set cut_number = 3");
        assertEquals(List.of(Kind.WRONG_BEGINNING), bed.faults(), "an ordinary checkpoint is no cut");
    }

    @Test
    void ofNodesThatChainAtOnceOneDoes() throws InterruptedException {
        for (int i = 0; i < 300; i++) bed.record(AuditEvent.of("session.begin").account("a" + i));
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> nodes = List.of(node(begin), node(begin), node(begin));
        nodes.forEach(Thread::start);
        begin.countDown();
        for (Thread node : nodes) node.join();
        while (bed.seal() > 0) {}
        Verification.Report report = bed.check();
        assertEquals(List.of(), report.faults());
        assertEquals(300, report.checked());
    }

    private Thread node(CountDownLatch begin) {
        EntityManager node = database.anotherNode();
        return new Thread(() -> {
            try {
                begin.await();
                for (int i = 0; i < 20; i++)
                    TestDatabase.inTransaction(node, () -> new Sealing(node, bed.key).seal(40));
            } catch (InterruptedException | RuntimeException e) {
                // A lock that took too long: the next look goes on.
            }
        });
    }

    @Test
    void whatWasThereBeforeTheChainIsChainedFirstAndItsSubjectsAreKeyed() {
        bed.sql("delete from audit_chain");
        String wallet = "idena:mainnet:0x1";
        bed.sql(
                "insert into audit_event (id, happened_at, action, outcome, subject_mac) values ('old', 5, 'session.begin', 'ok', '"
                        + Digests.sha256(wallet) + "')");
        ChainTestBed begun = new ChainTestBed(database);
        begun.chain(2);
        assertEquals(List.of(), begun.faults());
        assertEquals(
                List.of(begun.key.subject(wallet)),
                database.texts("select a.subjectMac from AuditRow a where a.number = 1"));
    }

    @Test
    void theAuditKeyStaysWhenTheMasterKeyChanges() {
        bed.chain(2);
        byte[] before = bed.inTransaction(() -> new Chains(ChainTestBed.stored(database.entities())).key());
        byte[] next = new Randomness().bytes(MasterKey.BYTES);
        MasterKey both = new MasterKey(next, Optional.of(ChainTestBed.MASTER), Optional.empty(), new Randomness());
        SealedAuditKey sealed = new SealedAuditKey(database.entities(), both);
        String head = both.headBefore().orElseThrow();
        assertEquals(1L, bed.inTransaction(() -> sealed.waiting(head)));
        assertEquals(1, bed.inTransaction(() -> sealed.reseal(head, 10)));
        assertEquals(0L, bed.inTransaction(() -> sealed.waiting(head)));
        assertEquals(0, bed.inTransaction(() -> sealed.reseal(head, 10)));
        StoredChain stored =
                new StoredChain(database.entities(), new MasterKey(next, new Randomness()), new Randomness());
        assertArrayEquals(before, bed.inTransaction(() -> stored.key().orElseThrow()));
        assertTrue(bed.check().whole());
    }
}
