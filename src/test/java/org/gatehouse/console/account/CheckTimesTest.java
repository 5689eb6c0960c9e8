package org.gatehouse.console.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Dossier;
import org.gatehouse.kyc.application.Risk;
import org.gatehouse.kyc.application.Turn;
import org.gatehouse.kyc.page.ListLine;
import org.junit.jupiter.api.Test;
import org.primefaces.model.timeline.TimelineEvent;
import org.primefaces.model.timeline.TimelineModel;

class CheckTimesTest {
    private static final Instant MADE = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aStatusLastsUntilTheNextAndTheLastUntilNow() {
        List<TimelineEvent<String>> events = events(ApplicationStatus.UPLOADED, ApplicationStatus.IN_PROGRESS);
        assertEquals(LocalDateTime.parse("2026-11-20T12:00:00"), events.get(0).getStartDate());
        assertEquals(LocalDateTime.parse("2026-11-20T13:00:00"), events.get(0).getEndDate());
        assertEquals(LocalDateTime.parse("2026-11-22T12:00:00"), events.get(1).getEndDate());
        assertEquals("in-progress", events.get(1).getData());
        assertEquals("an-id", events.get(1).getGroup());
    }

    @Test
    void aDecisionIsAMoment() {
        List<TimelineEvent<String>> events = events(ApplicationStatus.UPLOADED, ApplicationStatus.APPROVED);
        assertEquals("point", events.get(1).getType());
        assertEquals("tone-good", events.get(1).getStyleClass());
        assertNull(events.get(1).getEndDate());
    }

    @Test
    void whatATemplateIsCalledIsNoMarkup() {
        CheckLine line = new CheckLine(
                "an-id",
                "Bank",
                new ListLine(application(ApplicationStatus.UPLOADED), "<img src=x>"),
                List.of(new StatusLine(ApplicationStatus.UPLOADED, MADE)),
                false);
        TimelineModel<String, String> model = CheckTimes.of(List.of(line), NOW, status -> "<b>");
        assertEquals("&lt;img src=x&gt;", model.getGroups().get(0).getData());
        assertEquals("&lt;b&gt;", model.getEvents().get(0).getData());
        assertEquals("&lt;b&gt;", model.getEvents().get(0).getTitle());
    }

    private static List<TimelineEvent<String>> events(ApplicationStatus first, ApplicationStatus then) {
        List<StatusLine> statuses = List.of(new StatusLine(first, MADE), new StatusLine(then, MADE.plusSeconds(3_600)));
        CheckLine line = new CheckLine("an-id", "Bank", new ListLine(application(then), "A person"), statuses, false);
        TimelineModel<String, String> model = CheckTimes.of(List.of(line), NOW, StatusLine::getStatus);
        assertEquals("A person", model.getGroups().get(0).getData());
        return model.getEvents();
    }

    private static Application application(ApplicationStatus status) {
        return new Application(
                "an-id",
                "bank",
                "somebody",
                "person",
                1,
                Optional.empty(),
                status,
                0,
                new Dossier(Map.of(), Map.of(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                MADE,
                MADE,
                Optional.empty(),
                Optional.empty(),
                Turn.OF_OTHERS,
                Risk.NONE);
    }
}
