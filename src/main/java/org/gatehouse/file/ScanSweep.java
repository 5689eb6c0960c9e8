package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.ops.Sweep;

/** Has files scanned that the virus scanner could not be asked of when they came. */
@Dependent
class ScanSweep implements Sweep {
    /** Other sweeps wait for this one. */
    private static final Duration MOST_TIME = Duration.ofSeconds(30);

    /** Longer than a scan may take. */
    private static final Duration TAKEN = Duration.ofMinutes(2);

    private final ScanRows rows;
    private final Scans scans;
    private final Clock clock;

    @Inject
    ScanSweep(ScanRows rows, Scans scans, Clock clock) {
        this.rows = rows;
        this.scans = scans;
        this.clock = clock;
    }

    /** Scans files until it has taken its time, or the scanner is down; removes nothing. */
    @Override
    public int sweep(Instant now, int limit) {
        if (!scans.areOn()) return 0;
        Instant end = clock.instant().plus(MOST_TIME);
        for (FileRow row : rows.due(now, limit)) {
            if (clock.instant().isAfter(end)) break;
            if (!rows.take(row, clock.instant().plus(TAKEN))) continue;
            Optional<Scan> scan = scans.scan(row, row.bytes, Objects.requireNonNull(row.storedAt));
            if (scan.isEmpty()) break;
        }
        return 0;
    }
}
