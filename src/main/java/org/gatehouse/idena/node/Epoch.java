package org.gatehouse.idena.node;

import java.time.Instant;

/**
 * The time between two validation ceremonies.
 *
 * @param number counts ceremonies
 * @param nextValidation when the next ceremony begins; in the past while one is on and for a while after it
 * @param ceremony whether the source says that a ceremony is on; only a node does
 */
record Epoch(long number, Instant nextValidation, boolean ceremony) {
    /**
     * How long something learnt now may be kept: not across the ceremony, which changes states, and not at all from its begin until the
     * network counts a new epoch.
     *
     * @param longest the time until which it would be kept if there were no ceremony
     */
    Instant keepUntil(Instant now, Instant longest) {
        if (ceremony) return now;
        return nextValidation.isBefore(longest) ? nextValidation : longest;
    }

    /** The same epoch as seen before and now: its validation never moves to a later time, whatever a source says between two epochs. */
    Epoch after(Epoch before) {
        boolean later = number == before.number && nextValidation.isAfter(before.nextValidation);
        return later ? new Epoch(number, before.nextValidation, ceremony) : this;
    }
}
