package org.gatehouse.oidc;

import java.time.Instant;
import java.util.Optional;

/**
 * A request of an application that waits for the person.
 *
 * @param id its id, which stands in our addresses; 32 hex digits, no secret
 * @param client the {@code client_id} of the application; empty where none is named
 * @param query the request, as it came: {@code application/x-www-form-urlencoded}
 * @param decision what the person said on our page; empty where nothing yet
 * @param createdAt when it came
 */
public record PendingRequest(
        String id, Optional<String> client, String query, Optional<String> decision, Instant createdAt) {}
