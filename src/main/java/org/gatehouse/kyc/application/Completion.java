package org.gatehouse.kyc.application;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * turn, it is the reviewers' then.
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
        return Change.to(turned(before, before.with(dossier), now));
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

    private static Application turned(Application before, Application after, Instant now) {
        boolean complete = !after.equals(before) && !after.dossier().missing();
        return complete && before.status().leadsTo(ApplicationStatus.UPLOADED, Actor.Kind.SYSTEM)
                ? after.with(ApplicationStatus.UPLOADED, now, Optional.empty())
                : after;
    }
}
