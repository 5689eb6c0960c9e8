package org.gatehouse.session;

/**
 * Said, in the same transaction, of a session that was signed in by mistake, whether or not it has ended before. Nothing that it gave to an application stays,
 * what was to outlive it included: it was given to someone else than the person.
 *
 * @param session the session's id
 */
public record SessionDisowned(String session) {}
