package org.gatehouse.account;

import java.time.Instant;
import java.util.Optional;

/**
 * How a network has answered this node.
 *
 * @param source who is asked, such as {@code node}
 * @param answeredAt when it answered last
 * @param failedAt when it last did not
 */
public record NetworkHealth(String source, Optional<Instant> answeredAt, Optional<Instant> failedAt) {
    /** Whether it has not answered since it failed. */
    public boolean failing() {
        return failedAt.filter(failed -> answeredAt.filter(failed::isBefore).isEmpty())
                .isPresent();
    }
}
