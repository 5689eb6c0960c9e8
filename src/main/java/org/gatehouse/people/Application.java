package org.gatehouse.people;

import java.time.Instant;
import java.util.Set;

/**
 * An application that may learn of a person.
 *
 * @param client its {@code client_id}
 * @param name what people read on our pages
 * @param scope what it was given or allowed
 * @param since when the oldest of that was given
 */
record Application(String client, String name, Set<String> scope, Instant since) {
    Application {
        scope = Set.copyOf(scope);
    }
}
