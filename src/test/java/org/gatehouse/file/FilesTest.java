package org.gatehouse.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.file.Storing.Reason;
import org.gatehouse.http.Multipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose a file is, how long it stays, and how much there may be. */
class FilesTest extends FilesSystem {
    @Test
    void aFileIsItsOwnersAloneAndOfOneClient() throws IOException {
        FileStore store = FileStore.DATABASE;
        String id = stored(store, PNG).id();
        for (Owner other : List.of(stranger, new Owner(owner.account(), "other"))) {
            assertEquals(Optional.empty(), find(store, id, other));
            assertFalse(claim(store, List.of(id), other));
            discard(store, List.of(id), other);
        }
        assertEquals(Optional.empty(), find(store, "0".repeat(32), owner));
        assertEquals(Optional.empty(), find(store, "\0", owner));
        assertTrue(find(store, id, owner).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyClaimsIsGoneAfterADay(FileStore store) throws IOException {
        String unclaimed = stored(store, PNG).id();
        String claimed = stored(store, PNG).id();
        assertTrue(claim(store, List.of(claimed), owner));
        assertTrue(claim(store, List.of(claimed), owner), "a second sign-up may refer to it");
        clock.move(Duration.ofHours(23));
        assertEquals(0, sweep(store));
        clock.move(Duration.ofHours(2));
        assertEquals(Optional.empty(), find(store, unclaimed, owner));
        assertFalse(claim(store, List.of(unclaimed), owner));
        assertEquals(1, sweep(store));
        assertEquals(List.of(claimed), rows());
        assertArrayEquals(PNG, read(store, claimed));
        assertEquals(kept(store, claimed).length, keptBytes(store));
    }

    @Test
    void ofSeveralFilesAllAreClaimedOrNone() throws IOException {
        FileStore store = FileStore.DATABASE;
        String one = stored(store, PNG).id();
        for (String wrong : List.of("0".repeat(32), "\0", "")) assertFalse(claim(store, List.of(one, wrong), owner));
        clock.move(Duration.ofDays(2));
        assertEquals(1, sweep(store), "none was claimed");
        assertTrue(claim(store, List.of(), owner));
    }

    @Test
    void aFileIsKeptForOneThingAlone() throws IOException {
        FileStore store = FileStore.DATABASE;
        String id = stored(store, PNG).id();
        String free = stored(store, PNG).id();
        String other = "application:" + "a".repeat(32);
        assertTrue(claim(store, List.of(id), owner, other));
        assertTrue(claim(store, List.of(id), owner, other), "again");
        assertFalse(claim(store, List.of(id, free), owner));
        erase(store, List.of(id), owner);
        discard(store, List.of(id), owner);
        database.inTransaction(() -> {
            bed(store).files.erase(owner, PURPOSE);
            bed(store).files.discard(stranger);
        });
        assertTrue(find(store, id, owner).isPresent());
        assertTrue(claim(store, List.of(free), owner), "it was not claimed with the first");
        database.inTransaction(() -> bed(store).files.erase(stranger, other));
        assertTrue(find(store, id, owner).isPresent());
        database.inTransaction(() -> bed(store).files.erase(owner, other));
        assertEquals(Optional.empty(), find(store, id, owner));
        assertTrue(find(store, free, owner).isPresent());
    }

    @Test
    void whatIsDiscardedNobodyHasClaimed() throws IOException {
        FileStore store = FileStore.DATABASE;
        String claimed = stored(store, PNG).id();
        String free = stored(store, PNG).id();
        claim(store, List.of(claimed), owner);
        erase(store, List.of(free), owner);
        assertTrue(find(store, free, owner).isPresent());
        discard(store, List.of(claimed, free, "\0"), owner);
        assertTrue(find(store, claimed, owner).isPresent());
        assertEquals(Optional.empty(), find(store, free, owner));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsErasedCanBeReadNoMore(FileStore store) throws IOException {
        String id = stored(store, content(600_000)).id();
        claim(store, List.of(id), owner);
        erase(store, List.of(id, "\0"), owner);
        assertEquals(Optional.empty(), find(store, id, owner));
        assertFalse(claim(store, List.of(id), owner));
        assertEquals(List.of(), database.texts("select f.keySealed from FileRow f where f.keySealed is not null"));
        assertEquals(1, sweep(store));
        assertEquals(List.of(), rows());
        assertEquals(0, keptBytes(store));
    }

    @Test
    void theFilesOfAClientGoWithIt() {
        String id = stored(FileStore.DATABASE, PNG).id();
        claim(FileStore.DATABASE, List.of(id), owner);
        database.inTransaction(() -> bed(FileStore.DATABASE).rows.forget(new ClientRemoved("other")));
        assertTrue(find(FileStore.DATABASE, id, owner).isPresent());
        database.inTransaction(() -> bed(FileStore.DATABASE).rows.forget(new ClientRemoved(owner.client())));
        assertEquals(Optional.empty(), find(FileStore.DATABASE, id, owner));
        assertEquals(1, sweep(FileStore.DATABASE));
        assertEquals(0, keptBytes(FileStore.DATABASE));
    }

    @ParameterizedTest
    @EnumSource
    void whatBreaksOffLeavesNothing(FileStore store) {
        InputStream broken = watched(content(1_000_000), read -> {
            if (read > 500_000) throw new UncheckedIOException(new IOException("gone"));
        });
        assertEquals(Reason.BROKEN, refused(store, broken));
        assertEquals(List.of(), database.texts("select f.keySealed from FileRow f where f.keySealed is not null"));
        assertEquals(1, sweep(store));
        assertEquals(List.of(), rows());
        assertEquals(0, keptBytes(store));
    }

    @ParameterizedTest
    @EnumSource
    void whatTakesTooLongLeavesNothing(FileStore store) {
        InputStream slow = watched(content(1_000_000), read -> clock.move(Duration.ofMinutes(1)));
        assertEquals(Reason.BROKEN, refused(store, slow));
        assertEquals(List.of(), database.texts("select f.keySealed from FileRow f where f.keySealed is not null"));
        assertEquals(1, sweep(store));
        assertEquals(List.of(), rows());
        assertEquals(0, keptBytes(store));
    }

    /** A node that is killed says nothing: what it leaves behind is a row, and some of the content. */
    @ParameterizedTest
    @EnumSource
    void whatANodeWasStoringWhenItWasKilledIsSweptAway(FileStore store) {
        FileTestBed bed = bed(store);
        FileRow row = new FileRow(
                "a".repeat(32),
                owner,
                "a.png",
                "image/png",
                store,
                clock.instant().plus(Duration.ofMinutes(15)));
        row.keySealed = bed.keys.seal(new byte[32], row.id);
        database.inTransaction(() -> {
            bed.rows.begin(row);
            assertThrows(AssertionError.class, () -> bed.contents.of(store).write(row.id, out -> {
                out.write(content(600_000));
                throw new AssertionError("killed");
            }));
        });
        assertTrue(keptBytes(store) > 0);
        assertEquals(Optional.empty(), find(store, row.id, owner));
        assertFalse(claim(store, List.of(row.id), owner));
        assertEquals(0, sweep(store));
        clock.move(Duration.ofMinutes(16));
        assertEquals(1, sweep(store));
        assertEquals(List.of(), rows());
        assertEquals(0, keptBytes(store));
    }

    @Test
    void aFileMayHaveFiftyMillionBytesAndNotOneMore() throws IOException {
        assertEquals(MAX, stored(FileStore.DIRECTORY, large(MAX)).size());
        AtomicLong read = new AtomicLong();
        InputStream endless = watched(large(2L * MAX), read::set);
        assertEquals(Reason.TOO_LARGE, refused(FileStore.DIRECTORY, endless));
        assertTrue(read.get() < MAX + 100_000, "not read on: " + read);
        assertEquals(1, sweep(FileStore.DIRECTORY));
        assertEquals(1, rows().size());
    }

    @Test
    void anAccountHasSoMuchAndNoMore() throws IOException {
        FileTestBed small = bed(FileStore.DIRECTORY, MAX + 1_000);
        Storing most = store(small, large(MAX));
        assertTrue(most instanceof Storing.Stored);
        assertEquals(new Storing.Refused(Reason.OVER_QUOTA), store(small, new ByteArrayInputStream(content(1_001))));
        assertEquals(1, sweep(FileStore.DIRECTORY));
        assertTrue(store(small, new ByteArrayInputStream(content(1_000))) instanceof Storing.Stored);
        assertEquals(new Storing.Refused(Reason.OVER_QUOTA), store(small, new ByteArrayInputStream(PNG)));
    }

    @Test
    void whatIsGivenToAPersonIsNeitherRefusedNorCounted() throws IOException {
        FileTestBed small = bed(FileStore.DIRECTORY, MAX + 1_000);
        String purpose = Files.GIVEN + "a".repeat(32);
        assertTrue(store(small, large(MAX)) instanceof Storing.Stored);
        for (int i = 0; i < 2; i++)
            assertTrue(
                    database.inTransaction(() -> small.files.storeGiven(
                                    owner, purpose, "c.png", new ByteArrayInputStream(content(1_001))))
                            instanceof Storing.Stored);
        assertTrue(store(small, new ByteArrayInputStream(content(1_000))) instanceof Storing.Stored);
    }

    @Test
    void twoUploadsAtOnceDoNotShareTheRoomThatOneHas() {
        FileTestBed small = bed(FileStore.DIRECTORY, MAX);
        Storing[] second = new Storing[1];
        InputStream first = watched(content(500_000), read -> {
            if (read > 400_000 && second[0] == null)
                second[0] = small.files.store(() -> owner, "b.png", new ByteArrayInputStream(PNG));
        });
        assertTrue(store(small, first) instanceof Storing.Stored);
        assertEquals(new Storing.Refused(Reason.OVER_QUOTA), second[0]);
        assertTrue(store(small, new ByteArrayInputStream(PNG)) instanceof Storing.Stored, "the room is free again");
    }

    @Test
    void aBlockedAccountStoresNothing() {
        database.inTransaction(() -> accounts().block(owner.account()));
        assertEquals(Reason.BLOCKED, refused(FileStore.DATABASE, new ByteArrayInputStream(PNG)));
        assertEquals(List.of(), rows());
    }

    @Test
    void whatIsNoFileOfATypeThatIsTakenIsNotStored() {
        assertEquals(Reason.EMPTY, refused(FileStore.DATABASE, InputStream.nullInputStream()));
        assertEquals(Reason.WRONG_TYPE, refused(FileStore.DATABASE, new ByteArrayInputStream(new byte[100])));
        assertEquals(List.of(), rows());
    }

    @Test
    void aContentThatCannotBeErasedIsTriedAgainAndHoldsUpNoOther() throws IOException {
        String there = stored(FileStore.DIRECTORY, PNG).id();
        String other = stored(FileStore.DATABASE, PNG).id();
        discard(FileStore.DATABASE, List.of(there, other), owner);
        FileSettings without = FileTestBed.settings(FileStore.DATABASE, directory.resolve("absent"));
        FileTestBed lost = new FileTestBed(database.entities(), clock, FileTestBed.masterKey(), without);
        assertEquals(1, (int) database.inTransaction(() -> lost.sweep.sweep(clock.instant(), 1_000)));
        assertEquals(List.of(there), rows());
        assertEquals(0, sweep(FileStore.DIRECTORY), "later");
        clock.move(Duration.ofMinutes(61));
        assertEquals(1, sweep(FileStore.DIRECTORY));
    }

    @Test
    void allFilesOfAnOwnerAreErasedAndNoOthers() throws IOException {
        FileStore store = FileStore.DATABASE;
        String claimed = stored(store, PNG).id();
        claim(store, List.of(claimed), owner);
        String unclaimed = stored(store, PNG).id();
        Owner elsewhere = new Owner(owner.account(), "other");
        database.inTransaction(() -> leave(bed(store).files, elsewhere));
        assertTrue(find(store, unclaimed, owner).isPresent());
        InputStream slow = watched(content(500_000), read -> {
            if (read > 400_000) leave(bed(store).files, owner);
        });
        assertEquals(Reason.BROKEN, refused(store, slow));
        assertEquals(List.of(), database.texts("select f.keySealed from FileRow f where f.keySealed is not null"));
        assertEquals(3, sweep(store));
        for (String id : List.of(claimed, unclaimed)) assertEquals(Optional.empty(), find(store, id, owner));
        assertEquals(List.of(), rows());
    }

    private static void leave(Files files, Owner owner) {
        files.erase(owner, PURPOSE);
        files.discard(owner);
    }

    @Test
    void ofAClaimAndASweepAtOnceOneWins() throws Exception {
        for (boolean claimFirst : List.of(true, false)) {
            String id = stored(FileStore.DATABASE, PNG).id();
            EntityManager node = database.anotherNode();
            FileTestBed other = new FileTestBed(
                    node, clock, FileTestBed.masterKey(), FileTestBed.settings(FileStore.DATABASE, directory));
            Instant later = clock.instant().plus(Duration.ofDays(2));
            Supplier<Boolean> claim = () -> bed(FileStore.DATABASE).rows.claim(Set.of(id), owner, PURPOSE);
            Supplier<Boolean> sweep = () -> other.rows.eraseExpired(id, later);
            CompletableFuture<Boolean> second = new CompletableFuture<>();
            Supplier<Boolean> first = claimFirst ? claim : sweep;
            assertTrue(TestDatabase.inTransaction(claimFirst ? database.entities() : node, () -> {
                boolean won = first.get();
                second.completeAsync(
                        () -> claimFirst ? TestDatabase.inTransaction(node, sweep) : database.inTransaction(claim));
                assertThrows(TimeoutException.class, () -> second.get(300, TimeUnit.MILLISECONDS), "waits");
                return won;
            }));
            assertFalse(second.get(10, TimeUnit.SECONDS));
            assertEquals(claimFirst, find(FileStore.DATABASE, id, owner).isPresent());
        }
    }

    @Test
    void filesToWhichNothingRefersHaveALimitOfTheirOwn() throws IOException {
        FileStore store = FileStore.DIRECTORY;
        String first = stored(store, large(MAX)).id();
        for (int i = 1; i < 8; i++) stored(store, large(MAX));
        assertEquals(Reason.OVER_QUOTA, refused(store, new ByteArrayInputStream(PNG)));
        assertTrue(claim(store, List.of(first), owner));
        stored(store, PNG);
    }

    @Test
    void aFormThatIsTooLargeInTheMiddleOfAFileIsTooLarge() throws IOException {
        String head = "--xyz\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.png\"\r\n\r\n";
        InputStream body =
                new SequenceInputStream(new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII)), large(MAX));
        Multipart form = new Multipart("multipart/form-data; boundary=xyz", -1, body, 1_000_000, 1);
        assertEquals(
                Reason.TOO_LARGE,
                refused(FileStore.DATABASE, form.next().orElseThrow().content()));
        assertEquals(1, sweep(FileStore.DATABASE));
        assertEquals(List.of(), rows());
    }
}
