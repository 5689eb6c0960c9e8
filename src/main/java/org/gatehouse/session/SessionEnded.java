package org.gatehouse.session;

/**
 * Said, in the transaction that ends it, of a session that ends: by the person, an administrator, because another takes its place, or by its time.
 *
 * @param session the session's id
 * @param account the account that it was of
 */
public record SessionEnded(String session, String account) {}
