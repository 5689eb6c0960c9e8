package org.gatehouse.kyc.application;

import java.time.Instant;
import java.util.Optional;

/**
 * An application as it is now.
 *
 * @param id its id
 * @param client the client that it was made at
 * @param account the account of its applicant
 * @param template the id of its template
 * @param templateVersion which version of that
 * @param parent of a member of a company, the company's application
 * @param status how far it is
 * @param version counts its changes
 * @param dossier what it contains; empty, as a whole, once it is erased
 * @param approvedBy who approved first, where two have to
 * @param assignee who reviews it
 * @param createdAt when it was made
 * @param updatedAt when anything of it changed last
 * @param decidedAt when it was closed; empty while it is open
 * @param eraseAt when what it contains goes; empty where that is not known yet, or never
 * @param turn whether it waits for its reviewers, as it was stored
 * @param risk how risky a reviewer says it is
 */
public record Application(
        String id,
        String client,
        String account,
        String template,
        int templateVersion,
        Optional<String> parent,
        ApplicationStatus status,
        long version,
        Dossier dossier,
        Optional<Actor> approvedBy,
        Optional<Actor> assignee,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> decidedAt,
        Optional<Instant> eraseAt,
        Turn turn,
        Risk risk) {
    /** The same with another content. */
    public Application with(Dossier changed) {
        return new Application(
                id,
                client,
                account,
                template,
                templateVersion,
                parent,
                status,
                version,
                changed,
                approvedBy,
                assignee,
                createdAt,
                updatedAt,
                decidedAt,
                eraseAt,
                turn,
                risk);
    }

    /**
     * The same at another status.
     *
     * @param now when
     * @param keptUntil when what it contains goes, where that is closed; empty for never
     */
    public Application with(ApplicationStatus next, Instant now, Optional<Instant> keptUntil) {
        boolean closed = next.closed();
        Optional<Actor> first = next == ApplicationStatus.PARTIALLY_APPROVED ? approvedBy : Optional.empty();
        return new Application(
                id,
                client,
                account,
                template,
                templateVersion,
                parent,
                next,
                version,
                dossier,
                first,
                assignee,
                createdAt,
                updatedAt,
                closed ? Optional.of(now) : Optional.empty(),
                closed ? keptUntil : Optional.empty(),
                turn,
                risk);
    }

    /** The same, approved once, where two have to. */
    public Application approvedFirstBy(Actor actor) {
        return new Application(
                id,
                client,
                account,
                template,
                templateVersion,
                parent,
                status,
                version,
                dossier,
                Optional.of(actor),
                assignee,
                createdAt,
                updatedAt,
                decidedAt,
                eraseAt,
                turn,
                risk);
    }

    /** The same, reviewed by someone, or by nobody. */
    public Application assignedTo(Optional<Actor> reviewer) {
        return new Application(
                id,
                client,
                account,
                template,
                templateVersion,
                parent,
                status,
                version,
                dossier,
                approvedBy,
                reviewer,
                createdAt,
                updatedAt,
                decidedAt,
                eraseAt,
                turn,
                risk);
    }

    /** The same, of another risk. */
    public Application of(Risk marked) {
        return new Application(
                id,
                client,
                account,
                template,
                templateVersion,
                parent,
                status,
                version,
                dossier,
                approvedBy,
                assignee,
                createdAt,
                updatedAt,
                decidedAt,
                eraseAt,
                turn,
                marked);
    }
}
