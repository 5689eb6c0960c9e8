package org.gatehouse.console.review;

import static org.gatehouse.http.Caller.LEAD_REVIEWER;
import static org.gatehouse.http.Caller.REVIEWER;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.Visitor;
import org.gatehouse.http.Json;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Risk;
import org.gatehouse.kyc.review.Review;
import org.gatehouse.kyc.review.Reviewed;
import org.gatehouse.kyc.review.Task;
import org.gatehouse.kyc.review.WantedAttribute;
import org.gatehouse.kyc.review.WantedQuestion;
import org.gatehouse.kyc.template.Question;

/** What reviewers do on the page of an application. What was typed stands there again where it was not done. */
@Named("kycActs")
@RequestScoped
public class CaseActs {
    @Inject
    Review review;

    @Inject
    Visitor visitor;

    @Inject
    People people;

    @Inject
    CaseAnswers answers;

    private final CaseWords words = new CaseWords();

    /** What was typed. */
    public CaseWords getWords() {
        return words;
    }

    @MayAct({REVIEWER, LEAD_REVIEWER})
    public void take() {
        act("done.taken", task -> review.assign(task, Optional.of(me())));
    }

    @MayAct({REVIEWER, LEAD_REVIEWER})
    public void release() {
        act("done.released", task -> review.assign(task, Optional.empty()));
    }

    /** To whom a lead reviewer gives it. */
    @MayAct(LEAD_REVIEWER)
    public void assign() {
        if (!people.reviewers().containsKey(words.getAssignee())) return;
        act("done.assigned", task -> review.assign(task, Optional.of(Actor.reviewer(words.getAssignee()))));
    }

    @MayAct({REVIEWER, LEAD_REVIEWER})
    public void approve() {
        decide("done.approved", ApplicationStatus.APPROVED, words.getReason());
    }

    @MayAct({REVIEWER, LEAD_REVIEWER})
    public void reject() {
        if (answers.lacks(words.getReason())) return;
        decide("done.rejected", ApplicationStatus.REJECTED, words.getReason());
    }

    /** Undoes a decision; what is erased can only be canceled. */
    @MayAct(LEAD_REVIEWER)
    public void reopen() {
        boolean erased = answers.isErased();
        if (!erased && answers.lacks(words.getReason())) return;
        decide(
                "done.reopened",
                erased ? ApplicationStatus.CANCELED : ApplicationStatus.REOPENED,
                erased ? "" : words.getReason());
    }

    private void decide(String done, ApplicationStatus next, String note) {
        act(done, task -> review.decide(task, next.code(), said(note)));
    }

    /** Refuses what was given for an attribute. */
    @MayAct({REVIEWER, LEAD_REVIEWER})
    public void refuse() {
        if (answers.lacks(words.getReason())) return;
        act("done.refused", task -> review.refuseAttributes(task, Set.of(words.getSubject()), said(words.getReason())));
    }

    /** The same of an answer. */
    @MayAct({REVIEWER, LEAD_REVIEWER})
    public void refuseAnswer() {
        if (answers.lacks(words.getReason())) return;
        act("done.refused", task -> review.refuseAnswers(task, Set.of(words.getSubject()), said(words.getReason())));
    }

    /** Asks for one more attribute. */
    @MayAct({REVIEWER, LEAD_REVIEWER})
    public void askAttribute() {
        act(
                "done.asked",
                task -> review.ask(
                        task,
                        new WantedAttribute(words.getType(), said(words.getLabel()), said(words.getText()), true)));
    }

    @MayAct({REVIEWER, LEAD_REVIEWER})
    public void askQuestion() {
        if (answers.lacks(words.getText())) return;
        act(
                "done.asked",
                task -> review.ask(
                        task,
                        new WantedQuestion(words.getText(), Optional.empty(), Question.Type.INPUT, List.of(), true)));
    }

    /** Writes another value in the place of one that is a single text. */
    @MayAct({REVIEWER, LEAD_REVIEWER})
    public void correct() {
        JsonValue value =
                Json.object().add("value", words.getText().strip()).build().getJsonString("value");
        act("done.corrected", task -> review.correct(task, Map.of(words.getSubject(), value)));
    }

    @MayAct({REVIEWER, LEAD_REVIEWER})
    public void mark() {
        Risk risk = Risk.ofSlug(words.getRisk()).orElse(Risk.NONE);
        act("done.marked", task -> review.mark(task, risk, said(words.getText())));
    }

    @MayAct({REVIEWER, LEAD_REVIEWER})
    public void note() {
        if (answers.lacks(words.getText())) return;
        act("done.noted", task -> review.note(task, words.getText()));
    }

    @MayAct({REVIEWER, LEAD_REVIEWER})
    public void say() {
        if (answers.lacks(words.getText())) return;
        act("done.said", task -> review.say(task, words.getText()));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(some -> !some.isBlank());
    }

    private Actor me() {
        return Actor.reviewer(visitor.account());
    }

    /** Nothing is done for what nobody has seen: a form without a version is none of ours. */
    private void act(String done, Function<Task, Reviewed> call) {
        CaseCall about = CaseCall.now();
        long seen = about.version().orElse(-1L);
        Task task = new Task(me(), visitor.isLeadReviewer(), about.client(), about.id(), version -> version == seen);
        if (answers.of(done, () -> call.apply(task))) words.clear();
    }

    /** Who may review, for lead reviewers. */
    public List<SelectItem> getReviewers() {
        return people.reviewers().entrySet().stream()
                .map(one -> new SelectItem(one.getKey(), one.getValue()))
                .toList();
    }

    /** Types of attributes, by what people call them. */
    public List<SelectItem> getTypes() {
        return CaseWords.TYPES.stream()
                .map(type -> new SelectItem(type, DeskTexts.ofPages("attribute.", type)))
                .sorted(Comparator.comparing(SelectItem::getLabel))
                .toList();
    }

    /** Levels of risk. */
    public List<SelectItem> getRisks() {
        return Arrays.stream(Risk.values())
                .map(risk -> new SelectItem(risk.slug(), DeskTexts.of("risk." + risk.slug())))
                .toList();
    }
}
