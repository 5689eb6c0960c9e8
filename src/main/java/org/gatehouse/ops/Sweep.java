package org.gatehouse.ops;

import java.time.Instant;

/** Removes rows that no one can use any more. Any number of nodes may sweep at once. */
public interface Sweep {
    /**
     * Removes one batch, in one transaction.
     *
     * @param now the time; what expired before it may go
     * @param limit the most rows that one call may remove
     * @return how many rows were removed; fewer than {@code limit} when nothing is left
     */
    int sweep(Instant now, int limit);
}
