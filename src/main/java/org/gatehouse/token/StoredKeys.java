package org.gatehouse.token;

import java.time.Instant;
import java.util.List;

/** The keys that all nodes share. */
interface StoredKeys {
    /** Every key there ever was, in any order. */
    List<SigningKey> all();

    /**
     * Stores the first key of an algorithm, or a key that takes over from none.
     *
     * @throws RuntimeException if the algorithm has a key of this generation already; nothing is stored then
     */
    void add(SigningKey key);

    /**
     * Stores a key and lets its predecessor retire when the new one becomes active, both or neither.
     *
     * @param goneAt when the predecessor is gone
     * @throws RuntimeException if the algorithm has a key of this generation already, or the predecessor has a successor
     */
    void addSuccessor(SigningKey key, SigningKey predecessor, Instant goneAt);

    /**
     * Erases the private half of keys that are gone.
     *
     * @return how many
     */
    int eraseGone(Instant now);
}
