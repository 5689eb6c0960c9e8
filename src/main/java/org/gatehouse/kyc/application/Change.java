package org.gatehouse.kyc.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to become of an application, all of it or nothing.
 *
 * @param after as it is to be; its {@code version} is that of the application that the change was thought of for
 * @param happened what the log of the application is told
 * @param again whether the status is told anew where it stays the same
 */
public record Change(Application after, List<Happening> happened, boolean again) {
    public Change {
        happened = List.copyOf(happened);
    }

    /** A change of which nothing is told anew. */
    public Change(Application after, List<Happening> happened) {
        this(after, happened, false);
    }

    /** A change that the log is not told of yet. */
    public static Change to(Application after) {
        return new Change(after, List.of());
    }

    /** The same, of which the log is told this too. */
    public Change and(Happening more) {
        List<Happening> all = new ArrayList<>(happened);
        all.add(more);
        return new Change(after, all, again);
    }

    /**
     * What the log is told.
     *
     * @param kind what happened
     * @param subject what it concerns, as in {@link Entry}
     * @param text what was said, as there
     * @param actor who did it
     */
    public record Happening(Entry.Kind kind, Optional<String> subject, Optional<String> text, Actor actor) {
        /** Without a subject. */
        public static Happening of(Entry.Kind kind, Optional<String> text, Actor actor) {
            return new Happening(kind, Optional.empty(), text, actor);
        }
    }
}
