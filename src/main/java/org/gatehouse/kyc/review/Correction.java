package org.gatehouse.kyc.review;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.attribute.AttributeTypes;
import org.gatehouse.attribute.Attributes;
import org.gatehouse.attribute.Checked;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Change;
import org.gatehouse.kyc.application.Change.Happening;
import org.gatehouse.kyc.application.Dossier;
import org.gatehouse.kyc.application.Entry;
import org.gatehouse.kyc.application.GivenAttribute;

/** What a relying party writes in the place of what was given. Documents are the applicant's to give. */
final class Correction {
    private final Actor actor;
    private final Instant now;

    Correction(Actor actor, Instant now) {
        this.actor = actor;
        this.now = now;
    }

    Plan correct(Application before, Map<String, JsonValue> values) {
        if (before.status().closed())
            return Plan.refused(Reviewed.conflict("The application is closed. Reopen it first."));
        List<Requirement> requirements = new ArrayList<>();
        List<SentAttribute> sent = new ArrayList<>();
        for (Map.Entry<String, JsonValue> one : values.entrySet()) {
            GivenAttribute there = before.dossier().attributes().get(one.getKey());
            if (there == null) return Plan.refused(Reviewed.invalid("The application has no such attribute"));
            if (AttributeTypes.holdsFiles(there.requirement().attribute()))
                return Plan.refused(Reviewed.invalid(
                        there.requirement().called() + " is a document, which its applicant alone can give"));
            requirements.add(required(there.requirement()));
            sent.add(new SentAttribute(Optional.of(one.getKey()), Optional.empty(), one.getValue()));
        }
        if (sent.isEmpty()) return Plan.refused(Reviewed.invalid("Say which attributes"));
        Checked checked = Attributes.check(requirements, sent);
        return checked instanceof Checked.Wrong wrong
                ? Plan.refused(Reviewed.invalid(wrong.message()))
                : plan(before, ((Checked.Accepted) checked).values());
    }

    /** A correction is no erasure. */
    private static Requirement required(Requirement requirement) {
        return new Requirement(requirement.id(), requirement.attribute(), requirement.title(), true);
    }

    private Plan plan(Application before, List<Checked.Value> values) {
        Dossier dossier = before.dossier();
        for (Checked.Value value : values) {
            GivenAttribute there = before.dossier().attributes().get(value.id());
            if (there != null) dossier = dossier.with(there.with(value.data()));
        }
        List<Happening> happened = values.stream()
                .map(value -> new Happening(Entry.Kind.CORRECTION, Optional.of(value.id()), Optional.empty(), actor))
                .toList();
        return status(before.with(dossier), happened);
    }

    /** Nobody waits for what has come, and nobody has approved what was not there then. */
    private Plan status(Application after, List<Happening> happened) {
        if (after.status().asksApplicant() && !after.dossier().missing())
            return Plan.to(
                    new Change(after.with(ApplicationStatus.UPLOADED, now, Optional.empty()), happened), Actor.SYSTEM);
        if (after.status() == ApplicationStatus.PARTIALLY_APPROVED)
            return Plan.to(
                    new Change(after.with(ApplicationStatus.IN_PROGRESS, now, Optional.empty()), happened), actor);
        return Plan.to(new Change(after, happened), actor);
    }
}
