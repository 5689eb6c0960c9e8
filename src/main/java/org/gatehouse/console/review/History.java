package org.gatehouse.console.review;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.Entry;
import org.primefaces.model.timeline.TimelineEvent;
import org.primefaces.model.timeline.TimelineModel;

/** What happened to an application, in sentences. */
final class History {
    private final Application application;
    private final List<Entry> log;
    private final String me;
    private final Map<Actor, String> names;

    History(Application application, List<Entry> log, String me, People people) {
        this.application = application;
        this.log = log;
        this.me = me;
        Set<Actor> actors = log.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.actor()), given(entry)))
                .collect(Collectors.toSet());
        names = people.names(actors, me);
    }

    private static Stream<Actor> given(Entry entry) {
        return entry.kind() == Entry.Kind.ASSIGNMENT ? entry.subject().map(Actor::parse).stream() : Stream.empty();
    }

    /** All of it, the newest first. */
    List<EntryView> all() {
        List<EntryView> lines = new ArrayList<>(lines(any -> true));
        Collections.reverse(lines);
        return lines;
    }

    /** What is of this kind, the oldest first. */
    List<EntryView> of(Entry.Kind kind) {
        return lines(entry -> entry.kind() == kind);
    }

    private List<EntryView> lines(Predicate<Entry> which) {
        return log.stream().filter(which).map(this::line).toList();
    }

    private EntryView line(Entry entry) {
        Actor actor = entry.actor();
        return new EntryView(
                name(actor),
                sentence(entry),
                entry.kind() == Entry.Kind.ATTACHMENT ? "" : entry.text().orElse(""),
                actor.kind() == Actor.Kind.REVIEWER && actor.id().equals(me),
                actor.kind() == Actor.Kind.APPLICANT,
                entry.at());
    }

    private String name(Actor actor) {
        return names.getOrDefault(actor, actor.id());
    }

    private String sentence(Entry entry) {
        String kind = entry.kind().name().toLowerCase(Locale.ROOT);
        return DeskTexts.of("happened." + kind, argument(entry));
    }

    private String argument(Entry entry) {
        return switch (entry.kind()) {
            case STATUS ->
                entry.status()
                        .map(status -> DeskTexts.of("status." + status.slug()))
                        .orElse("");
            case ATTACHMENT -> entry.text().orElse("");
            case RISK ->
                entry.subject().map(risk -> DeskTexts.of("risk." + risk)).orElse("");
            case ASSIGNMENT -> given(entry).map(this::name).findFirst().orElse("");
            case MESSAGE, NOTE, RELEASE -> "";
            case PAYMENT -> entry.subject().orElse("");
            case ATTRIBUTE, QUESTION, INVALIDATION, CORRECTION ->
                entry.subject().map(id -> GivenViews.title(application, id)).orElse("");
        };
    }

    /** The statuses and what was asked for, for a picture; the list says the same, and more. */
    TimelineModel<String, Object> picture() {
        TimelineModel<String, Object> model = new TimelineModel<>();
        log.stream()
                .filter(entry -> entry.kind() == Entry.Kind.STATUS)
                .forEach(entry -> model.add(TimelineEvent.<String>builder()
                        .data(argument(entry))
                        .startDate(entry.at().atZone(ZoneOffset.UTC).toLocalDateTime())
                        .build()));
        return model;
    }
}
