package org.gatehouse.file;

/**
 * Whose file it is.
 *
 * @param account the account's id
 * @param client the client that it was given to
 */
public record Owner(String account, String client) {}
