package org.gatehouse.idena.node;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The state of a person on Idena, in the order of the node's own list (idena-go, {@code core/state/state_object.go}). */
public enum IdenaState {
    UNDEFINED,
    INVITE,
    CANDIDATE,
    VERIFIED,
    SUSPENDED,
    KILLED,
    ZOMBIE,
    NEWBIE,
    HUMAN;

    /** The state that Idena calls by this name, in this very letter case; empty where there is none. */
    public static Optional<IdenaState> named(String name) {
        return Arrays.stream(values())
                .filter(state -> state.idenaName().equals(name))
                .findFirst();
    }

    /** The name in Idena's answers, such as {@code Human}. */
    public String idenaName() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
