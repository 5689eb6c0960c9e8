package org.gatehouse.client;

/**
 * A client was removed. Fired in the transaction that removes it, so that rooms with rows of it take them away in the same transaction: a client that is
 * registered under the same id later is another one.
 *
 * @param client its {@code client_id}
 */
public record ClientRemoved(String client) {}
