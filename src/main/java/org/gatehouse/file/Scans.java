package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.remote.NoAnswer;

/** Has files scanned for malware. Called outside of a transaction. */
@Dependent
class Scans {
    private static final Logger LOG = System.getLogger(Scans.class.getName());
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Scanner scanner;
    private final ScanRows rows;
    private final Contents contents;
    private final FileKeys keys;
    private final Clock clock;

    @Inject
    Scans(Scanner scanner, ScanRows rows, Contents contents, FileKeys keys, Clock clock) {
        this.scanner = scanner;
        this.rows = rows;
        this.contents = contents;
        this.keys = keys;
        this.clock = clock;
    }

    boolean areOn() {
        return scanner.isOn();
    }

    /**
     * Has a whole file scanned, and does what follows from that. Where the scanner does not answer, it is asked again by the sweep: as long after this as the
     * file has waited by now, but after {@link #SHORTEST} at the least and {@link #LONGEST} at the most.
     *
     * @param bytes how long it is
     * @param stored since when it is whole
     * @return what is known now; empty where the scanner is down, so that it makes no sense to ask of another file
     */
    Optional<Scan> scan(FileRow row, long bytes, Instant stored) {
        try (InputStream content =
                keys.cipher(row).decrypt(contents.of(row.store).read(row.id))) {
            Verdict verdict = scanner.scan(content, bytes);
            note(row, verdict, stored);
            return Optional.of(verdict.scan());
        } catch (NoAnswer e) {
            postpone(row, stored);
            return e.kind() == NoAnswer.Kind.NOT_ASKED ? Optional.empty() : Optional.of(Scan.WAITING);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "file " + row.id + " cannot be read for the virus scanner and is held back", e);
            postpone(row, stored);
            return Optional.of(Scan.WAITING);
        }
    }

    private void note(FileRow row, Verdict verdict, Instant stored) {
        switch (verdict.scan()) {
            case CLEAN -> rows.clean(row.id);
            case INFECTED -> erase(row, verdict.text());
            case WAITING -> {
                LOG.log(Level.WARNING, "file {0} is held back: it {1}", row.id, verdict.text());
                postpone(row, stored);
            }
        }
    }

    private void erase(FileRow row, String malware) {
        rows.infected(row, malware);
        try {
            contents.of(row.store).erase(row.id);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "what is left of file " + row.id + ", whose key is erased, goes later", e);
        }
    }

    private void postpone(FileRow row, Instant stored) {
        Duration waited = Duration.between(stored, clock.instant());
        Duration more = waited.compareTo(LONGEST) > 0 ? LONGEST : waited.compareTo(SHORTEST) < 0 ? SHORTEST : waited;
        rows.postpone(row.id, clock.instant().plus(more));
    }
}
