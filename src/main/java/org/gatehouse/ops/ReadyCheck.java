package org.gatehouse.ops;

/** Something without which this node cannot do its work, such as the database. */
public interface ReadyCheck {
    /** What is checked, in one word. */
    String name();

    /** Whether it works now; answers within a few seconds and throws nothing. */
    boolean ready();
}
