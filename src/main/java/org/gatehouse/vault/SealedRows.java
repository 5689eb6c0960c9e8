package org.gatehouse.vault;

/**
 * The rows of a table that hold something sealed. Each room with such rows has a bean of this type, so that they go over to a new master key
 * while everything runs. Any number of nodes may do this at once.
 */
public interface SealedRows {
    /** What they are, for the log and the trail, such as {@code signing_key}. */
    String name();

    /**
     * How many wait.
     *
     * @param head how what they hold begins ({@link MasterKey#headBefore()})
     */
    long waiting(String head);

    /**
     * Seals a batch anew ({@link MasterKey#reseal}), in the caller's transaction. A row that changed meanwhile is left alone. One that cannot be opened
     * ({@link SealBroken}) is logged with its place, goes on waiting, and holds up no other.
     *
     * @param head as in {@link #waiting}
     * @param limit the most rows that one call may seal
     * @return how many were sealed anew
     */
    int reseal(String head, int limit);
}
