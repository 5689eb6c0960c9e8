package org.gatehouse.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.file.Storing.Reason;
import org.gatehouse.token.MovedClock;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files of two people in a database and a directory, and what is kept of them there. */
abstract class FilesSystem {
    static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    static final String PURPOSE = "sign-up";
    static final int MAX = Files.MAX_BYTES;

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    @TempDir
    Path directory;

    final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T10:00:00Z"));
    Owner owner = new Owner("", "");
    Owner stranger = new Owner("", "");

    @BeforeEach
    void people() {
        owner = new Owner(account("0x" + "1".repeat(40)), "portal");
        stranger = new Owner(account("0x" + "2".repeat(40)), "portal");
    }

    String account(String address) {
        return database.inTransaction(() -> accounts().ofWallet(AccountId.ethereum(Address.parse(address))));
    }

    Accounts accounts() {
        return AccountTestBed.accounts(database.entities(), clock);
    }

    FileTestBed bed(FileStore store) {
        return bed(store, FileTestBed.QUOTA);
    }

    FileTestBed bed(FileStore store, long quota) {
        FileSettings settings = new FileSettings(store, directory, quota);
        return new FileTestBed(database.entities(), clock, FileTestBed.masterKey(), settings);
    }

    Storing store(FileTestBed bed, InputStream content) {
        return database.inTransaction(() -> bed.files.store(() -> owner, "C:\\docs\\pass.png", content));
    }

    StoredFile stored(FileStore store, byte[] content) {
        return stored(store, new ByteArrayInputStream(content));
    }

    StoredFile stored(FileStore store, InputStream content) {
        return ((Storing.Stored) store(bed(store), content)).file();
    }

    Reason refused(FileStore store, InputStream content) {
        return ((Storing.Refused) store(bed(store), content)).reason();
    }

    Optional<StoredFile> find(FileStore store, String id, Owner by) {
        return database.inTransaction(() -> bed(store).files.find(id, by));
    }

    boolean claim(FileStore store, List<String> ids, Owner by) {
        return claim(store, ids, by, PURPOSE);
    }

    boolean claim(FileStore store, List<String> ids, Owner by, String purpose) {
        return database.inTransaction(() -> bed(store).files.claim(ids, by, purpose));
    }

    void erase(FileStore store, List<String> ids, Owner by) {
        database.inTransaction(() -> bed(store).files.erase(ids, by, PURPOSE));
    }

    void discard(FileStore store, List<String> ids, Owner by) {
        database.inTransaction(() -> bed(store).files.discard(ids, by));
    }

    int sweep(FileStore store) {
        return database.inTransaction(() -> bed(store).sweep.sweep(clock.instant(), 1_000));
    }

    byte[] read(FileStore store, String id) throws IOException {
        return read(bed(store), id);
    }

    byte[] read(FileTestBed bed, String id) throws IOException {
        try (InputStream content = bed.files.open(id, owner).orElseThrow()) {
            return content.readAllBytes();
        }
    }

    /** What the store keeps of a file. */
    byte[] kept(FileStore store, String id) throws IOException {
        try (InputStream content = bed(store).contents.of(store).read(id)) {
            return content.readAllBytes();
        }
    }

    void replace(FileStore store, String id, byte[] content) {
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

    List<String> rows() {
        return database.texts("select f.id from FileRow f");
    }

    /** How many bytes the store keeps, whatever they belong to. */
    long keptBytes(FileStore store) {
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

    static byte[] content(int length) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) content[i] = (byte) ((i * 31) >> 3);
        System.arraycopy(PNG, 0, content, 0, PNG.length);
        return content;
    }

    /** A file so long, which is nowhere in memory. */
    static InputStream large(long length) {
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
    static InputStream watched(byte[] content, LongConsumer watcher) {
        return watched(new ByteArrayInputStream(content), watcher);
    }

    static InputStream watched(InputStream content, LongConsumer watcher) {
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
