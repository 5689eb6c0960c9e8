package org.gatehouse.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChallengesTest {
    private static final Duration LIFETIME = Duration.ofMinutes(2);
    private static final int MOST = 3;
    private static final Challenge FIRST = new Challenge("holder", "first", "subject");
    private static final Challenge SECOND = new Challenge("holder", "second", "another subject");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Challenges challenges = new Challenges(database.entities(), clock);

    @Test
    void anIssuedOneIsFoundByItsHolderOnly() {
        assertTrue(issue(FIRST));
        assertEquals(Optional.of(FIRST), find("holder"));
        assertEquals(Optional.empty(), find("someone else"));
    }

    @Test
    void itCanBeFoundAndConsumedInTheLastMomentOfItsLifetime() {
        issue(FIRST);
        clock.move(LIFETIME.minusMillis(1));
        assertEquals(Optional.of(FIRST), find("holder"));
        assertTrue(consume(FIRST));
    }

    @Test
    void itCannotBeFoundAfterItsLifetime() {
        issue(FIRST);
        clock.move(LIFETIME);
        assertEquals(Optional.empty(), find("holder"));
    }

    @Test
    void itCannotBeConsumedAfterItsLifetime() {
        issue(FIRST);
        clock.move(LIFETIME);
        assertFalse(consume(FIRST));
    }

    @Test
    void itIsConsumedOnce() {
        issue(FIRST);
        assertTrue(consume(FIRST));
        assertFalse(consume(FIRST));
        assertEquals(Optional.empty(), find("holder"));
    }

    @Test
    void ofTwoNodesThatFoundItOneConsumesIt() {
        issue(FIRST);
        EntityManager node = database.anotherNode();
        Challenges there = new Challenges(node, clock);
        boolean both = database.inTransaction(() -> {
            Challenge found = challenges.find("holder").orElseThrow();
            boolean other = TestDatabase.inTransaction(node, () -> there.consume(found));
            return other && challenges.consume(found);
        });
        assertFalse(both);
        assertFalse(consume(FIRST));
    }

    @Test
    void aNewOneTakesThePlaceOfTheOld() {
        issue(FIRST);
        assertTrue(issue(SECOND));
        assertEquals(Optional.of(SECOND), find("holder"));
        assertFalse(consume(FIRST));
        assertTrue(consume(SECOND));
    }

    @Test
    void aNewOneLivesItsOwnLifetime() {
        issue(FIRST);
        clock.move(LIFETIME.minusMillis(1));
        issue(SECOND);
        clock.move(LIFETIME.minusMillis(1));
        assertTrue(consume(SECOND));
    }

    @Test
    void aNewOneCanBeConsumedAlthoughTheOldOneWas() {
        issue(FIRST);
        consume(FIRST);
        issue(SECOND);
        assertTrue(consume(SECOND));
        assertFalse(consume(SECOND));
    }

    @Test
    void replacingStopsAtTheLimitAndLeavesTheLastOne() {
        assertTrue(issue(FIRST));
        assertTrue(issue(FIRST));
        assertTrue(issue(FIRST));
        assertFalse(issue(SECOND));
        assertEquals(Optional.of(FIRST), find("holder"));
        assertTrue(consume(FIRST));
    }

    @Test
    void consumedAndExpiredOnesCountTowardsTheLimit() {
        issue(FIRST);
        consume(FIRST);
        issue(FIRST);
        clock.move(LIFETIME);
        assertTrue(issue(FIRST));
        assertFalse(issue(FIRST));
    }

    @Test
    void theLimitIsEachHoldersOwn() {
        for (int issued = 0; issued < MOST; issued++) issue(FIRST);
        assertFalse(issue(FIRST));
        assertTrue(issue(new Challenge("someone else", "text", "subject")));
    }

    private boolean issue(Challenge challenge) {
        return database.inTransaction(() -> challenges.issue(challenge, LIFETIME, MOST));
    }

    private Optional<Challenge> find(String holder) {
        return database.inTransaction(() -> challenges.find(holder));
    }

    private boolean consume(Challenge challenge) {
        return database.inTransaction(() -> challenges.consume(challenge));
    }
}
