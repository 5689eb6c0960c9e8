package org.gatehouse.people;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An application that may learn of a person.
 *
 * @param client its {@code client_id}
 * @param name what people read on our pages
 * @param scope what it was given or allowed
 * @param since when the oldest of all this was given
 * @param signedUp the person's sign-up; empty where there is none
 */
public record Application(
        String client, String name, Set<String> scope, Instant since, Optional<Membership.SignedUp> signedUp) {
    public Application {
        scope = Set.copyOf(scope);
    }

    /** What this and another say of the same application. */
    Application and(Application other) {
        Set<String> both = new HashSet<>(scope);
        both.addAll(other.scope);
        Instant oldest = since.isBefore(other.since) ? since : other.since;
        return new Application(client, name, both, oldest, signedUp.or(other::signedUp));
    }
}
