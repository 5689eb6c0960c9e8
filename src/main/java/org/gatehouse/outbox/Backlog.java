package org.gatehouse.outbox;

/**
 * What is in an outbox.
 *
 * @param waiting how many wait to be sent
 * @param failing how many of them were tried before
 */
public record Backlog(long waiting, long failing) {}
