package org.gatehouse.file;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;

/** Opens this room to the tests of others, and makes what its own tests need. */
public final class FileTestBed {
    static final long QUOTA = 500_000_000;

    final FileRows rows;
    final Contents contents;
    final FileKeys keys;
    final FileSweep sweep;
    final ScanSweep scanSweep;
    final ScanRows scanRows;
    final Files files;

    FileTestBed(EntityManager entities, Clock clock, MasterKey masterKey, FileSettings settings) {
        this.rows = new FileRows(entities, clock, AccountTestBed.accounts(entities, clock), settings);
        this.contents =
                new Contents(settings, new DatabaseContents(new Pieces(entities)), new DirectoryContents(settings));
        this.keys = new FileKeys(rows, masterKey);
        Removal removal = new Removal(rows, contents);
        this.sweep = new FileSweep(rows, removal);
        this.scanRows = new ScanRows(entities, AuditTestBed.audit(entities, clock));
        Scans scans = new Scans(new Scanner(settings.scanner()), scanRows, contents, keys, clock);
        this.scanSweep = new ScanSweep(scanRows, scans, clock);
        this.files = new Files(rows, contents, keys, new WriteGate(), scans, new Randomness(), clock);
    }

    /** Files with their contents in this database, under a master key of zeros. */
    public static Files files(EntityManager entities, Clock clock) {
        FileSettings settings = settings(FileStore.DATABASE, Path.of("none"));
        return new FileTestBed(entities, clock, masterKey(), settings).files;
    }

    static FileSettings settings(FileStore store, Path directory) {
        return new FileSettings(store, directory, QUOTA, Optional.empty());
    }

    static MasterKey masterKey() {
        return new MasterKey(new byte[MasterKey.BYTES], new Randomness());
    }
}
