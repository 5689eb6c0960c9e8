package org.gatehouse.challenge;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Opens this room to the tests of others. */
public final class ChallengeTestBed {
    private ChallengeTestBed() {}

    /** The challenges that are stored there, at this clock's time. */
    public static Challenges challenges(EntityManager entities, Clock clock) {
        return new Challenges(entities, clock);
    }
}
