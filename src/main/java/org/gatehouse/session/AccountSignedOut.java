package org.gatehouse.session;

/**
 * Said, in the same transaction and after {@link SessionEnded} of each session, of a person who is signed out everywhere: by themselves, or by an administrator.
 * Nothing that they gave to an application stays, what was to outlive a session included.
 *
 * @param account the account's id
 */
public record AccountSignedOut(String account) {}
