package org.gatehouse.session;

import java.time.Instant;

/**
 * A live session as its owner sees it in a list.
 *
 * @param session the session
 * @param lastUsedAt when it was used last, to the minute
 * @param userAgent what the browser calls itself, as it stood at the last proof
 */
public record SessionUse(Session session, Instant lastUsedAt, String userAgent) {}
