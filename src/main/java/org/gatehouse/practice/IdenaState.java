package org.gatehouse.practice;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The states of an Idena identity, in the order of idena-go's {@code core/state/state_object.go}. */
enum IdenaState {
    UNDEFINED,
    INVITE,
    CANDIDATE,
    VERIFIED,
    SUSPENDED,
    KILLED,
    ZOMBIE,
    NEWBIE,
    HUMAN;

    private static final Set<IdenaState> AGED = EnumSet.of(VERIFIED, SUSPENDED, ZOMBIE, NEWBIE, HUMAN);

    /** The state of this name as the node writes it, such as {@code Human}. */
    static Optional<IdenaState> named(String name) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(name))
                .findFirst();
    }

    /** The name as the node writes it. */
    String text() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Whether the node tells an age for identities of this state. */
    boolean aged() {
        return AGED.contains(this);
    }
}
