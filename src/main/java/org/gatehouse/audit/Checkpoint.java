package org.gatehouse.audit;

import java.time.Instant;

/**
 * What the chain was at a time.
 *
 * @param number of the last event; 0 where there was none
 * @param hash of that event
 * @param at when it was signed, in whole seconds
 * @param cut whether the events up to here were removed for their age, so that the chain begins after it
 * @param mac of all this under the audit key: whoever can write to the database cannot bring in a checkpoint with a signing key of their own
 */
public record Checkpoint(long number, String hash, Instant at, boolean cut, String mac) {}
