package org.gatehouse.grant;

import java.time.Instant;
import java.util.Set;

/**
 * What a person allowed a client to learn.
 *
 * @param client the client's id
 * @param scope the scopes
 * @param givenAt when it was last allowed
 */
public record Consent(String client, Set<String> scope, Instant givenAt) {
    public Consent {
        scope = Set.copyOf(scope);
    }
}
