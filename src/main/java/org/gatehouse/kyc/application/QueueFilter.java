package org.gatehouse.kyc.application;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which applications reviewers look for, of all clients unless it names one.
 *
 * @param client only of this client
 * @param template only with this template
 * @param statuses only at one of these; where there is none, those that wait for reviewers
 * @param before only those that reviewers have had the turn at since before this
 * @param assignee whose
 * @param risks only of one of these; of any, if there is none
 */
public record QueueFilter(
        Optional<String> client,
        Optional<String> template,
        Set<ApplicationStatus> statuses,
        Optional<Instant> before,
        Assignee assignee,
        Set<Risk> risks) {
    /** Those that wait for reviewers. */
    public static final QueueFilter WAITING =
            new QueueFilter(Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Assignee.ANYBODY, Set.of());

    public QueueFilter {
        statuses = Set.copyOf(statuses);
        risks = Set.copyOf(risks);
    }

    /**
     * Who reviews an application.
     *
     * @param who this one; empty for nobody, or for whoever it is
     * @param anybody whether it does not matter
     */
    public record Assignee(Optional<Actor> who, boolean anybody) {
        /** Whoever it is, or nobody. */
        public static final Assignee ANYBODY = new Assignee(Optional.empty(), true);
        /** Nobody. */
        public static final Assignee NOBODY = new Assignee(Optional.empty(), false);

        /** This reviewer. */
        public static Assignee of(Actor reviewer) {
            return new Assignee(Optional.of(reviewer), false);
        }
    }

    /** In which order, before that of their ids. */
    public enum Order {
        /** Who waits too long comes first; those that do not wait come last. */
        DUE("a.dueAt"),
        CREATED("a.createdAt"),
        UPDATED("a.updatedAt"),
        RISK("a.risk");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
