package org.gatehouse.world;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.review.Review;
import org.gatehouse.kyc.review.Reviewed;
import org.gatehouse.kyc.review.Task;
import org.gatehouse.ops.Past;

/** What becomes of applications. */
@Dependent
class Reviewers {
    private static final List<String> REASONS = List.of(
            "The picture of the passport is not sharp enough to read.",
            "The bill is older than three months.",
            "The selfie does not show the passport.");

    private final Review review;
    private final Chance chance;

    @Inject
    Reviewers(Review review, Chance chance) {
        this.review = review;
        this.chance = chance;
    }

    /**
     * Goes on with an application until now, or leaves it waiting.
     *
     * @param desk the accounts of those who review, of whom the second is asked where two have to approve
     */
    void goOn(Application application, List<String> desk, Instant now) {
        String first = chance.of(desk);
        String second = desk.get((desk.indexOf(first) + 1) % desk.size());
        Instant at = application.updatedAt();
        int fate = chance.below(100);
        Instant taken = at.plus(chance.between(Duration.ofMinutes(20), Duration.ofHours(20)));
        Instant decided = taken.plus(chance.between(Duration.ofMinutes(3), Duration.ofHours(26)));
        if (decided.isAfter(now) || fate < 8) {
            if (taken.isBefore(now) && fate % 2 == 0) assign(application, first, taken);
            return;
        }
        assign(application, first, taken);
        if (fate < 20) refuse(application, first, decided);
        else if (fate < 30)
            decide(
                    application,
                    first,
                    ApplicationStatus.REJECTED,
                    Optional.of("The documents do not belong together."),
                    decided);
        else approve(application, first, second, decided, now);
    }

    private void approve(Application application, String first, String second, Instant at, Instant now) {
        if (chance.percent(30))
            act(at, () -> review.note(task(application, first), "Compared with the register: fits."));
        decide(application, first, ApplicationStatus.APPROVED, Optional.empty(), at.plusSeconds(40));
        Instant later = at.plus(chance.between(Duration.ofMinutes(30), Duration.ofHours(9)));
        if (application.template().equals("company") && later.isBefore(now))
            decide(application, second, ApplicationStatus.APPROVED, Optional.empty(), later);
    }

    private void refuse(Application application, String by, Instant at) {
        boolean company = application.template().equals("company");
        application.dossier().attributes().values().stream()
                .filter(one -> one.requirement().attribute().equals(company ? "member-register" : "passport"))
                .findFirst()
                .ifPresent(one -> act(
                        at,
                        () -> review.refuseAttributes(
                                task(application, by),
                                Set.of(one.requirement().id()),
                                Optional.of(chance.of(REASONS)))));
        act(at.plusSeconds(20), () -> review.say(task(application, by), "Please hand this in once more. Thank you!"));
    }

    private void assign(Application application, String to, Instant at) {
        act(at, () -> review.assign(task(application, to), Optional.of(new Actor(Actor.Kind.REVIEWER, to))));
    }

    private void decide(
            Application application, String by, ApplicationStatus status, Optional<String> note, Instant at) {
        act(at, () -> review.decide(task(application, by), status.code(), note));
    }

    private static void act(Instant at, Supplier<Reviewed> work) {
        if (Past.at(at, work) instanceof Reviewed.Not not)
            throw new IllegalStateException("a review of the made-up world is refused: " + not.sentence());
    }

    private static Task task(Application application, String account) {
        return Task.of(new Actor(Actor.Kind.REVIEWER, account), application.client(), application.id());
    }
}
