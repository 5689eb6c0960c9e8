package org.gatehouse.kyc.application;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.attribute.Checked;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.endpoint.Refused;

/** What becomes of an application when its applicant gives something. */
final class Completion {
    static final String CLOSED = "This application is closed: nothing of it can be changed any more";

    /** Whoever approves second approves what the first has seen. */
    private static final String BEING_APPROVED =
            "This application is being decided: nothing of it can be changed just now";

    private Completion() {}

    /** What may be given: anything that was asked for, whether it was given before or not. */
    static List<Requirement> requirements(Application application) {
        return application.dossier().attributes().values().stream()
                .map(attribute -> attribute.requirement().optional())
                .toList();
    }

    /**
     * Puts values and answers into the places of those of their ids. What was not asked for is left out. Where nothing is missing any more, and it was the applicant's
     * turn, it is the reviewers' then. What takes the place of something else is logged; and reviewers who have the turn are told that something is new, as what
     * they looked at is not what is there now.
     *
     * @throws Undone where it cannot be changed any more, something required was emptied, or an answer is wrong
     */
    static Change of(Application before, Checked.Accepted accepted, Map<String, JsonValue> answers, Instant now) {
        changeable(before);
        Dossier dossier = before.dossier();
        for (Checked.Value value : accepted.values()) {
            GivenAttribute asked = before.dossier().attributes().get(value.id());
            if (asked != null) dossier = dossier.with(asked.with(value.data()));
        }
        for (String id : accepted.emptied()) {
            GivenAttribute asked = before.dossier().attributes().get(id);
            if (asked != null) dossier = dossier.with(emptied(asked));
        }
        for (Map.Entry<String, JsonValue> answer : answers.entrySet()) {
            AskedQuestion asked = before.dossier().questions().get(answer.getKey());
            if (asked != null) dossier = dossier.with(Answer.to(asked, answer.getValue()));
        }
        Change change = turned(before, before.with(dossier), now);
        for (String id : replaced(before.dossier(), dossier)) change = change.and(replacement(before, id));
        return change;
    }

    /** The ids of attributes and questions for which something else had been given. */
    private static Set<String> replaced(Dossier before, Dossier after) {
        Set<String> ids = new LinkedHashSet<>();
        before.attributes().forEach((id, given) -> {
            GivenAttribute now = after.attributes().get(id);
            if (given.data().isPresent() && now != null && !given.data().equals(now.data())) ids.add(id);
        });
        before.questions().forEach((id, asked) -> {
            AskedQuestion now = after.questions().get(id);
            if (asked.answer().isPresent() && now != null && !asked.answer().equals(now.answer())) ids.add(id);
        });
        return ids;
    }

    private static Change.Happening replacement(Application application, String id) {
        return new Change.Happening(
                Entry.Kind.CORRECTION, Optional.of(id), Optional.empty(), Actor.applicant(application.account()));
    }

    /** @throws Undone where the applicant cannot change it any more */
    static void changeable(Application application) {
        if (application.status().closed()) throw Undone.because(CLOSED);
        if (application.status() == ApplicationStatus.PARTIALLY_APPROVED) throw Undone.because(BEING_APPROVED);
    }

    private static GivenAttribute emptied(GivenAttribute asked) {
        if (asked.requirement().required())
            throw new Undone(Refused.attributes(asked.requirement().called() + " is missing"));
        return asked.emptied();
    }

    private static Change turned(Application before, Application after, Instant now) {
        ApplicationStatus status = before.status();
        if (after.equals(before) || (status.asksApplicant() && after.dossier().missing())) return Change.to(after);
        boolean again = status == ApplicationStatus.UPLOADED;
        return again || status.leadsTo(ApplicationStatus.UPLOADED, Actor.Kind.SYSTEM)
                ? new Change(after.with(ApplicationStatus.UPLOADED, now, Optional.empty()), List.of(), again)
                : Change.to(after);
    }
}
