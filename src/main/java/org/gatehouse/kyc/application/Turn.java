package org.gatehouse.kyc.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether an application waits for its reviewers.
 *
 * @param since since when it does; empty where it does not
 * @param due until when they should have decided; empty likewise
 */
public record Turn(Optional<Instant> since, Optional<Instant> due) {
    /** The applicant's, or nobody's. */
    public static final Turn OF_OTHERS = new Turn(Optional.empty(), Optional.empty());

    /**
     * What it is at this status. Reviewers who have the turn keep it, and with it the time that they had.
     *
     * @param within how long they have from now on
     */
    Turn at(ApplicationStatus status, Instant now, Supplier<Duration> within) {
        if (!status.asksReviewers()) return OF_OTHERS;
        return since.isPresent() ? this : new Turn(Optional.of(now), Optional.of(now.plus(within.get())));
    }
}
