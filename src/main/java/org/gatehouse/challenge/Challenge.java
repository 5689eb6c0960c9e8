package org.gatehouse.challenge;

/**
 * A challenge that was issued and not yet consumed.
 *
 * @param id hash of what its holder shows
 * @param text what is to be signed
 * @param subject who said to sign it
 */
public record Challenge(String id, String text, String subject) {}
