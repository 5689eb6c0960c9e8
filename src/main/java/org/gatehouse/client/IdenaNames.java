package org.gatehouse.client;

import java.util.List;
import java.util.Set;

/** The states of Idena, as an administrator writes them in an entry. */
final class IdenaNames {
    static final Set<String> STATES =
            Set.of("Undefined", "Invite", "Candidate", "Verified", "Suspended", "Killed", "Zombie", "Newbie", "Human");
    /** The states that are a validated identity, from the least to the most. */
    static final List<String> LADDER = List.of("Newbie", "Verified", "Human");

    private IdenaNames() {}
}
