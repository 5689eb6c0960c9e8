package org.gatehouse.audit;

import java.util.Locale;

/**
 * What is wrong with the trail.
 *
 * @param kind what it is
 * @param number of the first event, or the first checkpoint, that shows it; 0 where it has none
 * @param count how many show it
 * @param sentence what was found there, in English
 */
public record Fault(Kind kind, long number, long count, String sentence) {
    /** What may be wrong, each as its slug. */
    public enum Kind {
        /** An event says something else than when it was chained, or one before it did. */
        CHANGED,
        /** There is no event of a number. */
        MISSING,
        /** An event stands at another place than the one it was chained for. */
        REORDERED,
        /** The mac of an event is not of our making. */
        BAD_MAC,
        /** The end of the chain is not the last event. */
        WRONG_END,
        /** The chain begins after a number, and no signed checkpoint says that it was cut there. */
        WRONG_BEGINNING,
        /** The chain ends before an event that this node has seen, or has another one there. */
        SET_BACK,
        /** A checkpoint is not signed by this Gatehouse. */
        BAD_CHECKPOINT,
        /** A signed checkpoint is of an event that the chain does not contain. */
        CHECKPOINT_NOT_CONTAINED,
        /** Events wait too long to be chained. */
        WAITING,
        /** Events are there that nobody recorded, or that were changed before they were chained. */
        NOT_RECORDED;

        /** As our own API shows it, such as {@code bad-mac}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
