package org.gatehouse.session;

/**
 * Said, in the transaction that ends it, of a session that ends before its time: by the person, an administrator, or because another takes its place.
 *
 * @param session the session's id
 * @param account the account that it was of
 */
public record SessionEnded(String session, String account) {}
