package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gatehouse.file.Incoming.BrokenOff;
import org.gatehouse.file.Incoming.TooLong;
import org.gatehouse.file.Storing.Reason;
import org.gatehouse.file.Storing.Refused;
import org.gatehouse.file.Storing.Stored;
import org.gatehouse.vault.Randomness;

/** Files with an owner. */
@Dependent
public class Files {
    /** How long a file may be, in bytes. */
    public static final int MAX_BYTES = 50_000_000;

    /** How much an account may have in files that nothing refers to yet, in bytes, with what is on its way. */
    public static final long MAX_UNCLAIMED_BYTES = 8L * MAX_BYTES;

    /** How long it may take until it is whole. */
    private static final Duration MAX_TIME = Duration.ofMinutes(15);

    private final FileRows rows;
    private final Contents contents;
    private final FileKeys keys;
    private final WriteGate gate;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    Files(FileRows rows, Contents contents, FileKeys keys, WriteGate gate, Randomness randomness, Clock clock) {
        this.rows = rows;
        this.contents = contents;
        this.keys = keys;
        this.gate = gate;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * Stores a file as it comes, never whole in memory. Called outside of a transaction: it may take as long as its sender does. The file expires after a
     * day unless it is claimed.
     *
     * @param owner whose it is; asked for once its first bytes are known to be of a type that is taken
     * @param name what its owner calls it; anything
     * @param content its bytes; the caller closes it
     */
    public Storing store(Supplier<Owner> owner, String name, InputStream content) {
        Instant deadline = clock.instant().plus(MAX_TIME);
        Incoming incoming = new Incoming(content, () -> clock.instant().isAfter(deadline));
        try {
            byte[] head = incoming.readNBytes(FileTypes.HEAD);
            if (head.length == 0) return new Refused(Reason.EMPTY);
            String id = randomness.id();
            return FileTypes.of(head)
                    .map(type -> new FileRow(
                            id, owner.get(), FileNames.clean(name, type), type, contents.current(), deadline))
                    .map(row -> store(row, head, incoming))
                    .orElseGet(() -> new Refused(Reason.WRONG_TYPE));
        } catch (TooLong e) {
            return new Refused(Reason.TOO_LARGE);
        } catch (BrokenOff e) {
            return new Refused(Reason.BROKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Storing store(FileRow row, byte[] head, Incoming rest) {
        byte[] key = randomness.bytes(FileCipher.KEY_BYTES);
        row.keySealed = keys.seal(key, row.id);
        Optional<Reason> refused = rows.begin(row);
        if (refused.isPresent()) return new Refused(refused.get());
        rest.limit(row.bytes);
        boolean whole = false;
        try {
            InputStream content = new SequenceInputStream(new ByteArrayInputStream(head), rest);
            contents.of(row.store).write(row.id, out -> keys.cipher(key, row.id).encrypt(content, gate.guard(out)));
            whole = rows.complete(row.id, rest.count());
            return whole
                    ? new Stored(new StoredFile(row.id, row.name, row.type, rest.count()))
                    : new Refused(Reason.BROKEN);
        } catch (TooLong e) {
            return new Refused(rest.isOver(row.bytes) && row.bytes < MAX_BYTES ? Reason.OVER_QUOTA : Reason.TOO_LARGE);
        } catch (BrokenOff e) {
            return new Refused(Reason.BROKEN);
        } catch (WriteGate.Busy e) {
            return new Refused(Reason.BUSY);
        } catch (IOException e) {
            throw new UncheckedIOException("a file cannot be stored", e);
        } finally {
            if (!whole) rows.giveUp(row.id);
        }
    }

    /** The file of this id, if this is its owner. */
    public Optional<StoredFile> find(String id, Owner owner) {
        return known(id, owner).map(FileRow::file);
    }

    /**
     * The content of a file, if this is its owner. The caller closes it. Called outside of a transaction.
     *
     * @return a stream that decrypts while it is read, and throws {@link IOException} as soon as it comes to something that is not what was stored; whoever
     *     read it to the end has seen the file
     * @throws IOException if the content cannot be read at all
     */
    public Optional<InputStream> open(String id, Owner owner) throws IOException {
        Optional<FileRow> row = known(id, owner);
        return row.isEmpty() ? Optional.empty() : Optional.of(open(row.get()));
    }

    private InputStream open(FileRow row) throws IOException {
        return keys.cipher(row).decrypt(contents.of(row.store).read(row.id));
    }

    private Optional<FileRow> known(String id, Owner owner) {
        return Randomness.isId(id) ? rows.find(id, owner) : Optional.empty();
    }

    /**
     * Keeps files that something refers to from now on. In the caller's transaction.
     *
     * @param purpose what they are kept for, such as {@code sign-up}; at most 50 characters
     * @return whether each is this owner's, and kept for nothing else; where one is not, nothing is claimed
     */
    public boolean claim(Collection<String> ids, Owner owner, String purpose) {
        if (ids.isEmpty()) return true;
        return ids.stream().allMatch(Randomness::isId) && rows.claim(Set.copyOf(ids), owner, purpose);
    }

    /**
     * Erases files of this owner that are kept for this; others are left alone. In the caller's transaction: with it the keys are gone, and nobody can read
     * the contents any more, which the next sweep takes away.
     */
    public void erase(Collection<String> ids, Owner owner, String purpose) {
        Set<String> known = known(ids);
        if (!known.isEmpty()) rows.erase(known, owner, purpose);
    }

    /** Erases all files of this owner that are kept for this; otherwise as before. */
    public void erase(Owner owner, String purpose) {
        rows.erase(owner, purpose);
    }

    /** Erases files of this owner that nobody has claimed; otherwise as before. */
    public void discard(Collection<String> ids, Owner owner) {
        Set<String> known = known(ids);
        if (!known.isEmpty()) rows.discard(known, owner);
    }

    /** Erases all files of this owner that nobody has claimed, also those on their way here; otherwise as before. */
    public void discard(Owner owner) {
        rows.discard(owner);
    }

    private static Set<String> known(Collection<String> ids) {
        return ids.stream().filter(Randomness::isId).collect(Collectors.toSet());
    }
}
