package org.gatehouse.kyc.review;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Change;
import org.gatehouse.kyc.template.Template;

/** What a reviewer's word makes of an application's status. */
final class Decisions {
    static final String ERASED = "What this application contained is erased: nothing of it can be changed any more";

    private final Template template;
    private final Actor actor;
    private final Instant now;

    Decisions(Template template, Actor actor, Instant now) {
        this.template = template;
        this.actor = actor;
        this.now = now;
    }

    /**
     * What becomes of it.
     *
     * @param next to which status the reviewer brings it
     */
    Plan decide(Application before, ApplicationStatus next, Optional<String> note) {
        if (!before.status().leadsTo(next, actor.kind()))
            return Plan.refused(Reviewed.conflict(
                    "An application that is " + before.status().title() + " cannot become " + next.title()));
        if (!approves(next)) return to(before, next, note);
        if (before.dossier().missing())
            return Plan.refused(Reviewed.invalid("The application still misses something that was asked for"));
        return template.fourEyes() ? second(before, next, note) : to(before, next, note);
    }

    /** The same of an application whose content is erased: an approval can be taken back, without a word that would stay for ever. */
    Plan decideErased(Application before, ApplicationStatus next, Optional<String> note) {
        if (!before.status().leadsToErased(next, actor.kind())) return Plan.refused(Reviewed.conflict(ERASED));
        if (note.isPresent())
            return Plan.refused(Reviewed.invalid("What this application contained is erased: it takes no note"));
        return Plan.to(Change.to(before.with(next, now, Optional.empty())), actor);
    }

    private static boolean approves(ApplicationStatus next) {
        return next == ApplicationStatus.APPROVED || next == ApplicationStatus.PARTIALLY_APPROVED;
    }

    /** Where two have to approve. */
    private Plan second(Application before, ApplicationStatus next, Optional<String> note) {
        if (before.approvedBy().isEmpty())
            // Somebody else has to go on with it.
            return to(
                    before.approvedFirstBy(actor).assignedTo(Optional.empty()),
                    ApplicationStatus.PARTIALLY_APPROVED,
                    note);
        if (before.approvedBy().get().equals(actor))
            return Plan.refused(Reviewed.conflict("You have approved it already: someone else has to approve it too"));
        return to(before, next, note);
    }

    private Plan to(Application before, ApplicationStatus next, Optional<String> note) {
        return new Plan.To(Change.to(before.with(next, now, template.keptUntil(now))), actor, note);
    }
}
