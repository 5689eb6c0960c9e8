package org.gatehouse.console.admin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.gatehouse.console.Texts;
import org.gatehouse.token.KeyPlan;
import org.primefaces.model.timeline.TimelineEvent;
import org.primefaces.model.timeline.TimelineGroup;
import org.primefaces.model.timeline.TimelineModel;

/** The rotation as a picture: a row for each way of signing, and on it what each key does when. */
final class KeyTimeline {
    private static final int SHOWN = 8;

    private KeyTimeline() {}

    static TimelineModel<String, Object> of(List<KeyPlan> keys, Texts texts) {
        TimelineModel<String, Object> model = new TimelineModel<>();
        keys.stream()
                .map(KeyTimeline::row)
                .distinct()
                .forEach(row -> model.addGroup(new TimelineGroup<>(row, (Object) name(row, texts))));
        for (KeyPlan key : keys) {
            Instant signsUntil = key.retiredAt().or(key::nextRotation).orElse(key.activeFrom());
            if (key.activeFrom().isAfter(key.createdAt()))
                add(model, key, "pending", key.createdAt(), key.activeFrom(), texts);
            if (signsUntil.isAfter(key.activeFrom())) add(model, key, "active", key.activeFrom(), signsUntil, texts);
            key.goneAt()
                    .filter(gone -> gone.isAfter(signsUntil))
                    .ifPresent(gone -> add(model, key, "retired", signsUntil, gone, texts));
        }
        return model;
    }

    private static String row(KeyPlan key) {
        return key.family() + " " + key.algorithm();
    }

    private static String name(String row, Texts texts) {
        String[] parts = row.split(" ", 2);
        return texts.getOr("key.family." + parts[0], parts[0]) + ", " + parts[1];
    }

    private static void add(
            TimelineModel<String, Object> model, KeyPlan key, String state, Instant from, Instant until, Texts texts) {
        String kid = key.kid().substring(0, Math.min(SHOWN, key.kid().length()));
        model.add(TimelineEvent.<String>builder()
                .data(texts.get("key.state." + state) + " " + kid)
                .startDate(utc(from))
                .endDate(utc(until))
                .group(row(key))
                .styleClass("key-" + state)
                .build());
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
