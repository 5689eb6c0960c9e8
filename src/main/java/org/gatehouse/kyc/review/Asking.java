package org.gatehouse.kyc.review;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.attribute.AttributeTypes;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.AskedQuestion;
import org.gatehouse.kyc.application.Change;
import org.gatehouse.kyc.application.Change.Happening;
import org.gatehouse.kyc.application.Dossier;
import org.gatehouse.kyc.application.Entry;
import org.gatehouse.kyc.application.GivenAttribute;
import org.gatehouse.kyc.template.Question;

/** What a reviewer wants of the applicant, who then has the turn: more attributes, answers to more questions, or others than were given. */
final class Asking {
    /** How many attributes an application may have, and how many questions. */
    static final int MOST = 100;

    private static final int LONGEST_DESCRIPTION = 2_000;

    private final Actor actor;
    private final Instant now;

    Asking(Actor actor, Instant now) {
        this.actor = actor;
        this.now = now;
    }

    Plan attribute(Application before, WantedAttribute wanted) {
        Words words = new Words();
        Optional<String> label = words.line("The label", wanted.label(), Words.LONGEST_LABEL);
        Optional<String> description = words.text("The description", wanted.description(), LONGEST_DESCRIPTION);
        if (words.fault().isPresent()) return Plan.refused(words.fault().get());
        Optional<String> type = AttributeTypes.name(wanted.schema());
        if (type.isEmpty()) return Plan.refused(Reviewed.invalid("There is no attribute of this schema"));
        Map<String, GivenAttribute> there = before.dossier().attributes();
        if (there.size() >= MOST)
            return Plan.refused(Reviewed.invalid("An application has " + MOST + " attributes at most"));
        Requirement requirement =
                new Requirement(free(type.get(), there.keySet()), type.get(), label, wanted.required());
        GivenAttribute added = new GivenAttribute(requirement, description, true, false, Optional.empty());
        return asks(before, before.dossier().with(added), Stream.of(happening(Entry.Kind.ATTRIBUTE, requirement.id())));
    }

    Plan question(Application before, WantedQuestion wanted) {
        Words words = new Words();
        String label = words.line("The label", wanted.label(), LONGEST_DESCRIPTION);
        Optional<String> description = words.text("The description", wanted.description(), LONGEST_DESCRIPTION);
        List<String> options = words.lines("An option", wanted.options(), Words.LONGEST_LABEL);
        if (words.fault().isPresent()) return Plan.refused(words.fault().get());
        Optional<String> fault = fault(wanted.type(), options);
        if (fault.isPresent()) return Plan.refused(Reviewed.invalid(fault.get()));
        Map<String, AskedQuestion> there = before.dossier().questions();
        if (there.size() >= MOST)
            return Plan.refused(Reviewed.invalid("An application has " + MOST + " questions at most"));
        Question question = new Question(
                free("question", there.keySet()), label, description, wanted.type(), options, wanted.required());
        AskedQuestion added = new AskedQuestion(question, true, false, Optional.empty());
        return asks(before, before.dossier().with(added), Stream.of(happening(Entry.Kind.QUESTION, question.id())));
    }

    private static Optional<String> fault(Question.Type type, List<String> options) {
        boolean choice = type == Question.Type.SELECT || type == Question.Type.CHECKBOX;
        if (type == Question.Type.SELECT && options.isEmpty())
            return Optional.of("A question of the type select needs options");
        if (!choice && !options.isEmpty())
            return Optional.of("Only questions of the types select and checkbox have options");
        if (options.size() > MOST) return Optional.of("A question has " + MOST + " options at most");
        return new HashSet<>(options).size() < options.size()
                ? Optional.of("An option is there twice")
                : Optional.empty();
    }

    /** Refuses what was given for these attributes. */
    Plan otherAttributes(Application before, Set<String> ids, Optional<String> comment) {
        Map<String, GivenAttribute> there = before.dossier().attributes();
        Dossier after = before.dossier();
        for (String id : ids) {
            GivenAttribute given = there.get(id);
            if (given == null || given.data().isEmpty()) return nothingGiven("attributes");
            after = after.with(given.refuse());
        }
        return others(before, after, ids, comment);
    }

    /** The same for answers to these questions. */
    Plan otherAnswers(Application before, Set<String> ids, Optional<String> comment) {
        Map<String, AskedQuestion> there = before.dossier().questions();
        Dossier after = before.dossier();
        for (String id : ids) {
            AskedQuestion asked = there.get(id);
            if (asked == null || asked.answer().isEmpty()) return nothingGiven("questions");
            after = after.with(asked.refuse());
        }
        return others(before, after, ids, comment);
    }

    private static Plan nothingGiven(String what) {
        return Plan.refused(Reviewed.invalid("Nothing was given for one of these " + what));
    }

    private Plan others(Application before, Dossier after, Set<String> ids, Optional<String> comment) {
        if (ids.isEmpty()) return Plan.refused(Reviewed.invalid("Say which"));
        Words words = new Words();
        Optional<String> said = words.text("The comment", comment, Words.LONGEST);
        if (words.fault().isPresent()) return Plan.refused(words.fault().get());
        return asks(
                before,
                after,
                ids.stream().map(id -> new Happening(Entry.Kind.INVALIDATION, Optional.of(id), said, actor)));
    }

    private Plan asks(Application before, Dossier after, Stream<Happening> happened) {
        if (before.status().closed())
            return Plan.refused(Reviewed.conflict("The application is closed. Reopen it first."));
        Application asked = before.with(after).with(ApplicationStatus.ADDITIONAL_REQUESTED, now, Optional.empty());
        return Plan.to(new Change(asked, happened.toList()), actor);
    }

    private Happening happening(Entry.Kind kind, String subject) {
        return new Happening(kind, Optional.of(subject), Optional.empty(), actor);
    }

    /** The name itself, or with a number where it is taken. */
    private static String free(String name, Set<String> taken) {
        return Stream.concat(
                        Stream.of(name), IntStream.iterate(2, next -> next + 1).mapToObj(number -> name + "-" + number))
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElseThrow();
    }
}
