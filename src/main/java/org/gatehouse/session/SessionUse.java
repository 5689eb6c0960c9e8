package org.gatehouse.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A live session as its owner sees it in a list.
 *
 * @param session the session
 * @param lastUsedAt when it was used last, to the minute
 * @param userAgent what the browser calls itself, as it stood at the last proof
 * @param network where the browser was at the last proof, such as {@code 192.0.2.0/24}; for the person alone, empty where it is not known
 */
public record SessionUse(Session session, Instant lastUsedAt, String userAgent, Optional<String> network) {}
