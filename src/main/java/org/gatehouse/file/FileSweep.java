package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.gatehouse.ops.Sweep;

/** Takes away files that were erased, that nobody claimed, and what is left of those that were never whole. Each in transactions of its own. */
@Dependent
class FileSweep implements Sweep {
    private final FileRows rows;
    private final Removal removal;

    @Inject
    FileSweep(FileRows rows, Removal removal) {
        this.rows = rows;
        this.removal = removal;
    }

    @Override
    public int sweep(Instant now, int limit) {
        int removed = 0;
        for (FileRow row : rows.expired(now, limit)) if (removal.remove(row, now)) removed++;
        return removed;
    }
}
