package org.gatehouse.console.account;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.primefaces.model.timeline.TimelineEvent;
import org.primefaces.model.timeline.TimelineGroup;
import org.primefaces.model.timeline.TimelineModel;
import org.primefaces.util.EscapeUtils;

/**
 * Applications (KYC) side by side in time: a row for each, and in it how long each status lasted. Times are of UTC. PrimeFaces hands texts to the timeline as HTML,
 * and switches off what would clean them: they are escaped here.
 */
final class CheckTimes {
    private CheckTimes() {}

    /**
     * The model of PrimeFaces' timeline.
     *
     * @param now until when a status lasts that nothing has followed
     * @param words what people read of a status
     */
    static TimelineModel<String, String> of(List<CheckLine> lines, Instant now, Function<StatusLine, String> words) {
        TimelineModel<String, String> model = new TimelineModel<>();
        for (CheckLine line : lines) {
            model.addGroup(new TimelineGroup<>(
                    line.getId(), EscapeUtils.forHtml(line.getApplication().getName())));
            List<StatusLine> statuses = line.getStatuses();
            for (int i = 0; i < statuses.size(); i++) {
                Instant end = i + 1 < statuses.size() ? statuses.get(i + 1).getAt() : now;
                model.add(event(line.getId(), statuses.get(i), end, words));
            }
        }
        return model;
    }

    /** What is over lasts no longer: it is a moment. */
    private static TimelineEvent<String> event(
            String group, StatusLine status, Instant end, Function<StatusLine, String> words) {
        String text = EscapeUtils.forHtml(words.apply(status));
        TimelineEvent.Builder<String> event = TimelineEvent.<String>builder()
                .data(text)
                .title(text)
                .group(group)
                .startDate(time(status.getAt()))
                .styleClass("tone-" + status.getTone());
        boolean moment = status.status().closed() || !status.getAt().isBefore(end);
        return (moment ? event.type("point") : event.type("range").endDate(time(end))).build();
    }

    private static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
