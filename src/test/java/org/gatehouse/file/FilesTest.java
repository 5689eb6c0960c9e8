package org.gatehouse.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.file.Storing.Reason;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilesTest {
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    private static final int MAX = Files.MAX_BYTES;

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T10:00:00Z"));
    private Owner owner = new Owner("", "");
    private Owner stranger = new Owner("", "");

    @BeforeEach
    void people() {
        owner = new Owner(account("0x" + "1".repeat(40)), "portal");
        stranger = new Owner(account("0x" + "2".repeat(40)), "portal");
    }

    private String account(String address) {
        return database.inTransaction(() -> accounts().ofWallet(AccountId.ethereum(Address.parse(address))));
    }

    private Accounts accounts() {
        return AccountTestBed.accounts(database.entities(), clock);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasStoredComesBack(FileStore store) throws IOException {
        for (int length : List.of(PNG.length, DatabaseContents.PIECE - 100, DatabaseContents.PIECE, 1_000_000)) {
            StoredFile file = stored(store, content(length));
            assertEquals("image/png", file.type());
            assertEquals("pass.png", file.name());
            assertEquals(length, file.size());
            assertEquals(Optional.of(file), find(store, file.id(), owner));
            assertArrayEquals(content(length), read(store, file.id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfItLiesAboutUnencrypted(FileStore store) throws IOException {
        String id = stored(store, content(600_000)).id();
        byte[] kept = kept(store, id);
        assertTrue(kept.length > 600_000);
        String text = HexFormat.of().formatHex(kept);
        assertFalse(text.contains(HexFormat.of().formatHex(PNG)));
        assertFalse(text.contains(HexFormat.of().formatHex(content(600_000), 300_000, 300_016)));
    }

    @ParameterizedTest
    @EnumSource
    void theStoreHasTheBeginningBeforeTheEndIsThere(FileStore store) throws IOException {
        AtomicLong early = new AtomicLong();
        InputStream slow = watched(content(2_000_000), read -> {
            if (read > 1_900_000 && early.get() == 0) early.set(keptBytes(store));
        });
        stored(store, slow);
        assertTrue(early.get() > 1_000_000, early + " bytes");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasChangedIsNotGivenOut(FileStore store) throws IOException {
        for (int at : List.of(0, 50, 70_000, 999_990)) {
            String id = stored(store, content(1_000_000)).id();
            byte[] kept = kept(store, id);
            kept[at] ^= 1;
            replace(store, id, kept);
            assertThrows(IOException.class, () -> read(store, id), "changed at " + at);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatLacksItsEndIsNotGivenOut(FileStore store) throws IOException {
        for (int length : List.of(0, 20, 64 * 1024, 2 * 64 * 1024, 1_000_000)) {
            String id = stored(store, content(1_000_000)).id();
            replace(store, id, Arrays.copyOf(kept(store, id), length));
            assertThrows(IOException.class, () -> read(store, id), "cut at " + length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void piecesThatChangedPlacesAreFound(FileStore store) throws IOException {
        String id = stored(store, content(1_000_000)).id();
        byte[] kept = kept(store, id);
        byte[] swapped = kept.clone();
        int segment = 64 * 1024;
        System.arraycopy(kept, segment, swapped, 2 * segment, segment);
        System.arraycopy(kept, 2 * segment, swapped, segment, segment);
        replace(store, id, swapped);
        assertThrows(IOException.class, () -> read(store, id));
    }

    @ParameterizedTest
    @EnumSource
    void theContentOfOneFileDoesNotPassForAnothers(FileStore store) throws IOException {
        String one = stored(store, content(1_000)).id();
        String other = stored(store, content(1_000)).id();
        replace(store, one, kept(store, other));
        assertThrows(IOException.class, () -> read(store, one));
    }

    @Test
    void aFileIsItsOwnersAloneAndOfOneClient() throws IOException {
        FileStore store = FileStore.DATABASE;
        String id = stored(store, PNG).id();
        for (Owner other : List.of(stranger, new Owner(owner.account(), "other"))) {
            assertEquals(Optional.empty(), find(store, id, other));
            assertFalse(claim(store, List.of(id), other));
            erase(store, List.of(id), other);
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
        assertEquals(List.of(), rows());
        assertEquals(0, keptBytes(store));
    }

    @ParameterizedTest
    @EnumSource
    void whatTakesTooLongLeavesNothing(FileStore store) {
        InputStream slow = watched(content(1_000_000), read -> clock.move(Duration.ofMinutes(1)));
        assertEquals(Reason.BROKEN, refused(store, slow));
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
            assertThrows(IOException.class, () -> bed.contents.of(store).write(row.id, out -> {
                out.write(content(600_000));
                throw new IOException("killed");
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
        assertEquals(1, rows().size());
    }

    @Test
    void anAccountHasSoMuchAndNoMore() throws IOException {
        FileTestBed small = bed(FileStore.DIRECTORY, MAX + 1_000);
        Storing most = store(small, large(MAX));
        assertTrue(most instanceof Storing.Stored);
        assertEquals(new Storing.Refused(Reason.OVER_QUOTA), store(small, new ByteArrayInputStream(content(1_001))));
        assertTrue(store(small, new ByteArrayInputStream(content(1_000))) instanceof Storing.Stored);
        assertEquals(new Storing.Refused(Reason.OVER_QUOTA), store(small, new ByteArrayInputStream(PNG)));
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
    void filesStayWhereTheyAreWhenNewOnesGoElsewhere() throws IOException {
        String before = stored(FileStore.DATABASE, content(1_000)).id();
        assertArrayEquals(content(1_000), read(FileStore.DIRECTORY, before));
    }

    @Test
    void aContentThatCannotBeErasedIsTriedAgainAndHoldsUpNoOther() throws IOException {
        String there = stored(FileStore.DIRECTORY, PNG).id();
        String other = stored(FileStore.DATABASE, PNG).id();
        erase(FileStore.DATABASE, List.of(there, other), owner);
        FileSettings without = new FileSettings(FileStore.DATABASE, Optional.empty(), FileTestBed.QUOTA);
        FileTestBed lost = new FileTestBed(database.entities(), clock, FileTestBed.masterKey(), without);
        assertEquals(1, (int) database.inTransaction(() -> lost.sweep.sweep(clock.instant(), 1_000)));
        assertEquals(List.of(there), rows());
        assertEquals(0, sweep(FileStore.DIRECTORY), "later");
        clock.move(Duration.ofMinutes(61));
        assertEquals(1, sweep(FileStore.DIRECTORY));
    }

    @ParameterizedTest
    @EnumSource
    void aNewMasterKeySealsTheKeysAnewAndLeavesTheContents(FileStore store) throws IOException {
        String id = stored(store, content(300_000)).id();
        byte[] content = kept(store, id);
        byte[] next = new byte[MasterKey.BYTES];
        next[0] = 1;
        MasterKey changing =
                new MasterKey(next, Optional.of(new byte[MasterKey.BYTES]), Optional.empty(), new Randomness());
        FileTestBed anew =
                new FileTestBed(database.entities(), clock, changing, FileTestBed.settings(store, directory));
        String head = changing.headBefore().orElseThrow();
        assertEquals(1, (long) database.inTransaction(() -> anew.keys.waiting(head)));
        assertEquals(1, (int) database.inTransaction(() -> anew.keys.reseal(head, 100)));
        assertEquals(0, (long) database.inTransaction(() -> anew.keys.waiting(head)));
        assertArrayEquals(content, kept(store, id));
        FileTestBed after = new FileTestBed(
                database.entities(),
                clock,
                new MasterKey(next, new Randomness()),
                FileTestBed.settings(store, directory));
        assertArrayEquals(content(300_000), read(after, id));
    }

    private FileTestBed bed(FileStore store) {
        return bed(store, FileTestBed.QUOTA);
    }

    private FileTestBed bed(FileStore store, long quota) {
        FileSettings settings = new FileSettings(store, Optional.of(directory), quota);
        return new FileTestBed(database.entities(), clock, FileTestBed.masterKey(), settings);
    }

    private Storing store(FileTestBed bed, InputStream content) {
        return database.inTransaction(() -> bed.files.store(() -> owner, "C:\\docs\\pass.png", content));
    }

    private StoredFile stored(FileStore store, byte[] content) {
        return stored(store, new ByteArrayInputStream(content));
    }

    private StoredFile stored(FileStore store, InputStream content) {
        return ((Storing.Stored) store(bed(store), content)).file();
    }

    private Reason refused(FileStore store, InputStream content) {
        return ((Storing.Refused) store(bed(store), content)).reason();
    }

    private Optional<StoredFile> find(FileStore store, String id, Owner by) {
        return database.inTransaction(() -> bed(store).files.find(id, by));
    }

    private boolean claim(FileStore store, List<String> ids, Owner by) {
        return database.inTransaction(() -> bed(store).files.claim(ids, by));
    }

    private void erase(FileStore store, List<String> ids, Owner by) {
        database.inTransaction(() -> bed(store).files.erase(ids, by));
    }

    private int sweep(FileStore store) {
        return database.inTransaction(() -> bed(store).sweep.sweep(clock.instant(), 1_000));
    }

    private byte[] read(FileStore store, String id) throws IOException {
        return read(bed(store), id);
    }

    private byte[] read(FileTestBed bed, String id) throws IOException {
        try (InputStream content = bed.files.open(id, owner).orElseThrow()) {
            return content.readAllBytes();
        }
    }

    /** What the store keeps of a file. */
    private byte[] kept(FileStore store, String id) throws IOException {
        try (InputStream content = bed(store).contents.of(store).read(id)) {
            return content.readAllBytes();
        }
    }

    private void replace(FileStore store, String id, byte[] content) {
        database.inTransaction(() -> {
            try {
                FileContents contents = bed(store).contents.of(store);
                contents.erase(id);
                contents.write(id, out -> out.write(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private List<String> rows() {
        return database.texts("select f.id from FileRow f");
    }

    /** How many bytes the store keeps, whatever they belong to. */
    private long keptBytes(FileStore store) {
        if (store == FileStore.DATABASE)
            return database.entities()
                    .createQuery("select p from PieceRow p", PieceRow.class)
                    .getResultStream()
                    .mapToLong(piece -> piece.content.length)
                    .sum();
        try (Stream<Path> files = java.nio.file.Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) content[i] = (byte) ((i * 31) >> 3);
        System.arraycopy(PNG, 0, content, 0, PNG.length);
        return content;
    }

    /** A file so long, which is nowhere in memory. */
    private static InputStream large(long length) {
        byte[] begin = content(1_000);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (at == length) return -1;
                int start = at == 0 ? 0 : PNG.length;
                int read = (int) Math.min(Math.min(most, begin.length - start), length - at);
                System.arraycopy(begin, start, into, from, read);
                at += read;
                return read;
            }
        };
    }

    /** The same content, while someone is told how much of it was read; that may throw. */
    private static InputStream watched(byte[] content, LongConsumer watcher) {
        return watched(new ByteArrayInputStream(content), watcher);
    }

    private static InputStream watched(InputStream content, LongConsumer watcher) {
        return new InputStream() {
            private long count;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = content.read(into, from, length);
                count += read;
                try {
                    watcher.accept(count);
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
                return read;
            }
        };
    }
}
