package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/** Takes expired files away: the key first, then the content, then the row. Where it ends in between, the next sweep goes on. */
@Dependent
class Removal {
    private static final Logger LOG = System.getLogger(Removal.class.getName());
    private static final Duration NEXT_TRY = Duration.ofHours(1);

    private final FileRows rows;
    private final Contents contents;

    @Inject
    Removal(FileRows rows, Contents contents) {
        this.rows = rows;
        this.contents = contents;
    }

    /**
     * Takes a file away if it has expired. Called outside of a transaction.
     *
     * @return whether nothing is left of it
     */
    boolean remove(FileRow row, Instant now) {
        if (!rows.eraseExpired(row.id, now)) return false;
        try {
            contents.of(row.store).erase(row.id);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the content of file " + row.id + " cannot be erased and is tried again", e);
            rows.postpone(row.id, now.plus(NEXT_TRY));
            return false;
        }
        rows.remove(row.id);
        return true;
    }
}
