package org.gatehouse.oidc;

import java.time.Instant;
import java.util.Optional;

/**
 * A request of an application that waits for the person.
 *
 * @param id its id, which stands in our addresses; 32 hex digits, no secret
 * @param query the request, as it came: {@code application/x-www-form-urlencoded}
 * @param decision what the person said on our page; empty where nothing yet
 * @param createdAt when it came
 */
record PendingRequest(String id, String query, Optional<String> decision, Instant createdAt) {}
