package org.gatehouse.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.file.Opening.Closed;
import org.gatehouse.file.Storing.Reason;
import org.gatehouse.file.Storing.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files while there is a virus scanner, which may be down. */
class ScansTest extends FilesSystem {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeClamd clamd = new FakeClamd();
    private FakeClamd back = clamd;
    private Optional<FileTestBed> made = Optional.empty();

    @AfterEach
    void close() {
        clamd.close();
        back.close();
    }

    @Test
    void aCleanFileIsThereAtOnce() throws IOException {
        String id = id(store(content(300_000)));
        assertArrayEquals(content(300_000), clamd.scanned.get(0));
        assertArrayEquals(content(300_000), read(bed(), id));
        assertTrue(claim(FileStore.DIRECTORY, List.of(id), owner));
    }

    @Test
    void malwareIsNotStored() {
        assertEquals(new Refused(Reason.INFECTED), store(malware()));
        assertEquals(List.of(), database.texts("select f.keySealed from FileRow f where f.keySealed is not null"));
        assertEquals(
                List.of("file.infected ok portal Test.Malware-1"),
                database.texts("select concat(a.action, ' ', a.outcome, ' ', a.clientId, ' ', a.detail) from AuditRow a"
                        + " where a.action = 'file.infected'"));
        assertEquals(0, keptBytes(FileStore.DIRECTORY));
        assertEquals(1, sweep(FileStore.DIRECTORY));
        assertEquals(List.of(), rows());
    }

    @Test
    void aFileIsHeldBackUntilTheScannerAnswers() throws IOException {
        clamd.close();
        String id = id(store(content(1_000)));
        assertTrue(find(FileStore.DIRECTORY, id, owner).isPresent());
        assertTrue(claim(FileStore.DIRECTORY, List.of(id), owner), "its owner may refer to it");
        assertEquals(Closed.HELD, open(id));
        assertEquals(Closed.ABSENT, database.inTransaction(() -> opened(id, stranger)));
        clock.move(MINUTE);
        scan();
        assertEquals(Closed.HELD, open(id));
        back = new FakeClamd(clamd.port());
        scan();
        assertEquals(0, back.scanned.size(), "not asked again so soon");
        clock.move(MINUTE.plusSeconds(1));
        scan();
        assertArrayEquals(content(1_000), read(bed(), id));
        scan();
        assertEquals(1, back.scanned.size());
    }

    @Test
    void malwareThatWasHeldBackIsErasedAndRememberedWhereItIsKeptForSomething() {
        clamd.close();
        String kept = id(store(malware()));
        String loose = id(store(malware()));
        assertTrue(claim(FileStore.DIRECTORY, List.of(kept), owner));
        back = new FakeClamd(clamd.port());
        clock.move(MINUTE);
        scan();
        assertEquals(Closed.INFECTED, open(kept));
        assertEquals(Optional.empty(), find(FileStore.DIRECTORY, kept, owner));
        assertFalse(claim(FileStore.DIRECTORY, List.of(kept), owner));
        assertEquals(0, keptBytes(FileStore.DIRECTORY));
        assertEquals(1, sweep(FileStore.DIRECTORY));
        assertEquals(List.of(kept), rows());
        assertEquals(Closed.ABSENT, open(loose));
        assertEquals(
                2,
                database.texts("select a.id from AuditRow a where a.action = 'file.infected'")
                        .size());
        erase(FileStore.DIRECTORY, List.of(kept), owner);
        assertEquals(1, sweep(FileStore.DIRECTORY));
        assertEquals(List.of(), rows());
    }

    @Test
    void whatIsTooLongForTheScannerIsHeldBackAndHoldsUpNoOther() {
        clamd.most = 100_000;
        String large = id(store(content(200_000)));
        String small = id(store(content(1_000)));
        assertEquals(Closed.HELD, open(large));
        assertTrue(open(small) instanceof Opening.Opened);
        clamd.most = 1_000_000;
        clock.move(MINUTE);
        scan();
        assertTrue(open(large) instanceof Opening.Opened);
    }

    @Test
    void whereTheScannerIsDownFilesAreNotTriedOneByOne() {
        clamd.close();
        for (int i = 0; i < 12; i++) assertEquals(Closed.HELD, open(id(store(content(1_000)))));
        back = new FakeClamd(clamd.port());
        clock.move(MINUTE);
        scan();
        assertEquals(0, back.scanned.size(), "five in a row have failed a moment ago");
    }

    @Test
    void whatANodeDidNotGetToIsScannedByAnother() {
        clamd.close();
        String id = id(store(content(1_000)));
        back = new FakeClamd(clamd.port());
        clock.move(MINUTE);
        FileRow row = database.inTransaction(
                () -> bed().scanRows.due(clock.instant(), 10).get(0));
        assertTrue(database.inTransaction(
                () -> bed().scanRows.take(row, clock.instant().plus(MINUTE))));
        scan();
        assertEquals(0, back.scanned.size(), "one node has it");
        clock.move(MINUTE.plusSeconds(1));
        scan();
        assertTrue(open(id) instanceof Opening.Opened);
    }

    @Test
    void whatCameBeforeThereWasAScannerCountsAsClean() throws IOException {
        String id = stored(FileStore.DIRECTORY, malware()).id();
        clock.move(MINUTE);
        scan();
        assertEquals(0, clamd.scanned.size());
        assertArrayEquals(malware(), read(bed(), id));
    }

    @Test
    void whatIsHeldBackStaysSoWhereTheScannerIsTakenAway() {
        clamd.close();
        String id = id(store(content(1_000)));
        clock.move(MINUTE);
        database.inTransaction(() -> bed(FileStore.DIRECTORY).scanSweep.sweep(clock.instant(), 10));
        assertEquals(Closed.HELD, database.inTransaction(() -> opened(id, owner)));
    }

    private FileTestBed bed() {
        if (made.isEmpty()) {
            FileSettings settings =
                    new FileSettings(FileStore.DIRECTORY, directory, FileTestBed.QUOTA, Optional.of(clamd.address()));
            made = Optional.of(new FileTestBed(database.entities(), clock, FileTestBed.masterKey(), settings));
        }
        return made.get();
    }

    private Storing store(byte[] content) {
        return store(bed(), new ByteArrayInputStream(content));
    }

    private static String id(Storing storing) {
        return ((Storing.Stored) storing).file().id();
    }

    private void scan() {
        database.inTransaction(() -> bed().scanSweep.sweep(clock.instant(), 100));
    }

    private Opening open(String id) {
        return database.inTransaction(() -> opened(id, owner));
    }

    private Opening opened(String id, Owner by) {
        try {
            return bed().files.open(id, by);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] malware() {
        byte[] content = content(100_000);
        byte[] malware = FakeClamd.MALWARE.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(malware, 0, content, 70_000, malware.length);
        return content;
    }
}
