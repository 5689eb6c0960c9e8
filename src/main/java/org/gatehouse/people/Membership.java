package org.gatehouse.people;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What another room keeps of people for applications: people see the applications here, and have it erased. Any bean of this type is asked. */
public interface Membership {
    /** What is kept of a person, by {@code client_id}. */
    Map<String, SignedUp> of(String account);

    /** Whether anything is kept of a person for a client. */
    boolean has(String account, String client);

    /**
     * Erases what is kept of a person for a client, but for what has to stay, in the caller's transaction.
     *
     * @return whether there was anything
     */
    boolean end(String account, String client);

    /**
     * A person's sign-up at an application.
     *
     * @param at when it was first
     * @param shared the names of what the person shares, without the values
     */
    record SignedUp(Instant at, Set<String> shared) {
        public SignedUp {
            shared = Set.copyOf(shared);
        }
    }
}
