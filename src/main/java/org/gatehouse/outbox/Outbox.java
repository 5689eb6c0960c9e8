package org.gatehouse.outbox;

import java.util.List;
import java.util.Optional;

/** What waits to be sent, and what becomes of it. */
public interface Outbox {
    /** What it holds, for the log, such as {@code notices of sign-outs}. */
    String name();

    /** How much it holds now. */
    Backlog backlog();

    /** The ids of what is due, what waits longest first. */
    List<String> due(int limit);

    /** Begins one try of something due; empty where another node was faster or there is nothing to send any more. */
    Optional<Sending> begin(String id);
}
