package org.gatehouse.console.review;

import java.time.Duration;
import java.time.Instant;
import org.gatehouse.http.Moments;
import org.gatehouse.kyc.application.Turn;

/** How long an application has waited for its reviewers, in words. */
public final class Due {
    private final Turn turn;
    private final Instant now;

    Due(Turn turn, Instant now) {
        this.turn = turn;
        this.now = now;
    }

    /** Whether it waits for reviewers at all. */
    public boolean isWaiting() {
        return turn.due().isPresent();
    }

    /** Whether it waits for too long. */
    public boolean isOverdue() {
        return turn.due().filter(due -> due.isBefore(now)).isPresent();
    }

    /** {@code due in 3 h}, {@code overdue by 2 d}; empty where it does not wait. */
    public String getText() {
        return turn.due()
                .map(due -> isOverdue()
                        ? DeskTexts.of("due.over", DeskTexts.span(Duration.between(due, now)))
                        : DeskTexts.of("due.in", DeskTexts.span(Duration.between(now, due))))
                .orElse("");
    }

    /** How long it has waited; empty where it does not. */
    public String getWaited() {
        return turn.since()
                .map(since -> DeskTexts.span(Duration.between(since, now)))
                .orElse("");
    }

    /** Until when it should be decided; empty where nobody says. */
    public String getAt() {
        return turn.due().map(Instant::toString).orElse("");
    }

    /** The same for people whose browser runs no script. */
    public String getAtText() {
        return turn.due().map(Moments::dateAndTime).orElse("");
    }
}
