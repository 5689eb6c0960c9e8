package org.gatehouse.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that all nodes share. */
interface StoredKeys {
    /** Every key of the family there ever was, in any order. */
    List<SigningKey> all(KeyFamily family);

    /**
     * Stores the first key of an algorithm, or a key that takes over from none, of itself and whatever comes of the work that needs it.
     *
     * @throws RuntimeException if the algorithm has a key of this generation already in its family; nothing is stored then
     */
    void add(SigningKey key);

    /**
     * Stores a key and lets its predecessor retire when the new one becomes active, both or neither.
     *
     * @param goneAt when the predecessor is gone
     * @param account who asked for it, for the trail; null where it is the schedule
     * @throws RuntimeException if the algorithm has a key of this generation already in its family, or the predecessor has a successor
     */
    void addSuccessor(SigningKey key, SigningKey predecessor, Instant goneAt, @Nullable String account);

    /**
     * Takes a key out at once and erases its private half. A key that was to take over from it does so now; a key whose successor it was to be has
     * none again. All of it or nothing.
     *
     * @param key the row as it was read
     * @param replacement a new key that signs in its place, where it was active and none was to take over
     * @param account who asked for it, for the trail
     * @throws RuntimeException if the keys are no longer as they were read
     */
    void revoke(SigningKey key, Optional<SigningKey> replacement, Instant now, String account);

    /** Up to so many rows whose private half is sealed under that master key, by kid, from the first that comes after this one. */
    List<SigningKey> sealedUnder(String head, String after, int limit);

    /** How many rows have a private half that is sealed under that master key. */
    long countSealedUnder(String head);

    /** Stores what was sealed anew, if the row still has what was sealed before; says whether. */
    boolean reseal(String kid, String before, String anew);

    /**
     * Erases the private half of the family's keys that are gone.
     *
     * @return how many
     */
    int eraseGone(KeyFamily family, Instant now);
}
