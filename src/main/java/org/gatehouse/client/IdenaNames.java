package org.gatehouse.client;

import java.util.List;

/** The states of Idena, as an administrator writes them in an entry. */
final class IdenaNames {
    static final List<String> STATES =
            List.of("Undefined", "Invite", "Candidate", "Newbie", "Verified", "Human", "Suspended", "Zombie", "Killed");

    /** The states that are a validated identity, from the least to the most. */
    static final List<String> LADDER = List.of("Newbie", "Verified", "Human");

    private IdenaNames() {}
}
