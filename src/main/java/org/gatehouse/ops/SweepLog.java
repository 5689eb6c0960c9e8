package org.gatehouse.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How this node's last round of sweeps went. */
@ApplicationScoped
public class SweepLog {
    private volatile @Nullable Round last;

    /**
     * A round.
     *
     * @param endedAt when it was over
     * @param failed which sweeps failed, by the names of their classes
     */
    public record Round(Instant endedAt, List<String> failed) {
        public Round {
            failed = List.copyOf(failed);
        }
    }

    /** Notes a round. */
    void note(Round round) {
        last = round;
    }

    /** The last round; empty in the first minute of a node. */
    public Optional<Round> last() {
        return Optional.ofNullable(last);
    }
}
