package org.gatehouse.people;

import java.time.Instant;
import java.util.Map;

/** What another room keeps of people for applications: people see the applications here, and have it erased. Any bean of this type is asked. */
public interface Membership {
    /** Since when something is kept of a person, by {@code client_id}. */
    Map<String, Instant> of(String account);

    /**
     * Erases what is kept of a person for a client, in the caller's transaction.
     *
     * @return whether there was anything
     */
    boolean end(String account, String client);
}
