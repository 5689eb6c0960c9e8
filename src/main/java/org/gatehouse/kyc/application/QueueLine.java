package org.gatehouse.kyc.application;

import java.time.Instant;
import java.util.Optional;

/** An application as reviewers' lists show it: what stands beside its content, which nobody opens for them. The members are those of {@link Application}. */
public record QueueLine(
        String id,
        String client,
        String account,
        String template,
        int templateVersion,
        ApplicationStatus status,
        Risk risk,
        Optional<Actor> assignee,
        Optional<Actor> approvedBy,
        Instant createdAt,
        Instant updatedAt,
        Turn turn) {
    /** What {@link #of} reads. */
    static final String COLUMNS = "a.id, a.clientId, a.accountId, a.templateId, a.templateVersion, a.status, a.risk,"
            + " a.assignee, a.approvedBy, a.createdAt, a.updatedAt, a.waitingSince, a.dueAt";

    static QueueLine of(Object[] row) {
        return new QueueLine(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Integer) row[4],
                ApplicationStatus.ofCode((Integer) row[5]).orElseThrow(),
                Risk.ofCode((Integer) row[6]),
                Optional.ofNullable((String) row[7]).map(Actor::parse),
                Optional.ofNullable((String) row[8]).map(Actor::parse),
                (Instant) row[9],
                (Instant) row[10],
                new Turn(Optional.ofNullable((Instant) row[11]), Optional.ofNullable((Instant) row[12])));
    }
}
