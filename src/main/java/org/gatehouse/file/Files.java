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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gatehouse.file.Incoming.BrokenOff;
import org.gatehouse.file.Incoming.TooLong;
import org.gatehouse.file.Incoming.TooManyPixels;
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

    /** How the purpose of a file begins that is given to a person, such as a credential. Such a file does not count for the person. */
    public static final String GIVEN = "attachment:";

    /** How long it may take until it is whole. */
    private static final Duration MAX_TIME = Duration.ofMinutes(15);

    private final FileRows rows;
    private final Contents contents;
    private final FileKeys keys;
    private final WriteGate gate;
    private final Scans scans;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    Files(
            FileRows rows,
            Contents contents,
            FileKeys keys,
            WriteGate gate,
            Scans scans,
            Randomness randomness,
            Clock clock) {
        this.rows = rows;
        this.contents = contents;
        this.keys = keys;
        this.gate = gate;
        this.scans = scans;
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
        return store(owner, Optional.empty(), name, content, FileTypes::of);
    }

    /**
     * The same for what is given to the person, such as a credential, whatever the person has already: it may be a JSON object too, of {@link FileTypes#HEAD}
     * bytes at most.
     *
     * @param purpose what it will be claimed for; begins with {@link #GIVEN}
     */
    public Storing storeGiven(Owner owner, String purpose, String name, InputStream content) {
        return store(() -> owner, Optional.of(purpose), name, content, FileTypes::ofGiven);
    }

    private Storing store(
            Supplier<Owner> owner,
            Optional<String> purpose,
            String name,
            InputStream content,
            Function<byte[], Optional<String>> types) {
        Instant deadline = clock.instant().plus(MAX_TIME);
        Incoming incoming = new Incoming(content, () -> clock.instant().isAfter(deadline));
        try {
            byte[] head = incoming.readNBytes(FileTypes.HEAD);
            if (head.length == 0) return new Refused(Reason.EMPTY);
            Optional<String> type = types.apply(head);
            if (type.isEmpty()) return new Refused(Reason.WRONG_TYPE);
            PictureHeader picture = PictureHeader.of(type.get());
            if (picture.hasTooMany(head, 0, head.length)) return new Refused(Reason.TOO_MANY_PIXELS);
            incoming.watch(picture);
            String clean = FileNames.clean(name, type.get());
            FileRow row = new FileRow(randomness.id(), owner.get(), clean, type.get(), contents.current(), deadline);
            row.claimedFor = purpose.orElse(null);
            return store(row, head, incoming);
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
        if (scans.areOn()) {
            row.scan = Scan.WAITING;
            row.scanAt = row.expiresAt;
        }
        Optional<Reason> refused = rows.begin(row);
        if (refused.isPresent()) return new Refused(refused.get());
        rest.limit(row.bytes);
        boolean whole = false;
        try {
            InputStream content = new SequenceInputStream(new ByteArrayInputStream(head), rest);
            contents.of(row.store).write(row.id, out -> keys.cipher(key, row.id).encrypt(content, gate.guard(out)));
            whole = rows.complete(row.id, rest.count());
            return whole ? scanned(row, rest.count()) : new Refused(Reason.BROKEN);
        } catch (TooLong e) {
            return new Refused(rest.isOver(row.bytes) && row.bytes < MAX_BYTES ? Reason.OVER_QUOTA : Reason.TOO_LARGE);
        } catch (TooManyPixels e) {
            return new Refused(Reason.TOO_MANY_PIXELS);
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

    private Storing scanned(FileRow row, long bytes) {
        boolean infected = row.scan != null
                && scans.scan(row, bytes, clock.instant())
                        .filter(Scan.INFECTED::equals)
                        .isPresent();
        return infected ? new Refused(Reason.INFECTED) : new Stored(new StoredFile(row.id, row.name, row.type, bytes));
    }

    /** The file of this id, if this is its owner. */
    public Optional<StoredFile> find(String id, Owner owner) {
        return known(id, owner).map(FileRow::file);
    }

    /**
     * Opens a file, if this is its owner, for whoever the caller lets. Called outside of a transaction.
     *
     * @throws IOException if the content cannot be read at all
     */
    public Opening open(String id, Owner owner) throws IOException {
        Optional<FileRow> known = known(id, owner);
        if (known.isEmpty()) return gone(id, owner);
        FileRow row = known.get();
        if (row.scan == Scan.WAITING) return Opening.Closed.HELD;
        return new Opening.Opened(
                row.file(), keys.cipher(row).decrypt(contents.of(row.store).read(row.id)));
    }

    /** Why a file could not be opened now, if this is its owner; empty where it could. */
    public Optional<Opening.Closed> closed(String id, Owner owner) {
        return known(id, owner)
                .map(row -> Optional.of(Opening.Closed.HELD).filter(held -> row.scan == Scan.WAITING))
                .orElseGet(() -> Optional.of(gone(id, owner)));
    }

    private Opening.Closed gone(String id, Owner owner) {
        boolean infected = Randomness.isId(id) && rows.wasInfected(id, owner);
        return infected ? Opening.Closed.INFECTED : Opening.Closed.ABSENT;
    }

    private Optional<FileRow> known(String id, Owner owner) {
        return Randomness.isId(id) ? rows.find(id, owner) : Optional.empty();
    }

    /** What a file at this client is kept for; empty where there is none of this id, or nothing refers to it. */
    public Optional<String> purpose(String id, String client) {
        return Randomness.isId(id) ? rows.purpose(id, client) : Optional.empty();
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
