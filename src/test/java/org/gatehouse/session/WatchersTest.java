package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchersTest {
    private static final Instant START = Instant.parse("2026-11-20T20:00:00Z");

    private final Map<String, Progress> stored = new HashMap<>();
    private final List<Collection<String>> questions = new ArrayList<>();
    private final MovedClock clock = new MovedClock();
    private final Watchers watchers = new Watchers(this::answer, clock, 2);

    @Test
    void aPageHearsWhereItStandsAndThenEachChangeOnce() {
        Page page = new Page();
        store("a", AttemptState.PENDING, null);
        assertTrue(watchers.add("a", page));
        watchers.tick();
        watchers.tick();
        store("a", AttemptState.PENDING, "wrong-signature");
        watchers.tick();
        store("a", AttemptState.PROVEN, null);
        watchers.tick();
        watchers.tick();
        assertEquals(List.of("PENDING", "PENDING wrong-signature", "PROVEN"), page.heard);
        assertTrue(page.listens);
    }

    @Test
    void oneQuestionIsAskedForAll() {
        store("a", AttemptState.PENDING, null);
        store("b", AttemptState.PENDING, null);
        watchers.add("a", new Page());
        watchers.add("b", new Page());
        watchers.tick();
        assertEquals(1, questions.size());
    }

    @Test
    void nobodyIsAskedWhereNobodyWaits() {
        watchers.tick();
        assertEquals(List.of(), questions);
    }

    @Test
    void theLineIsClosedWhenNothingCanChangeAnyMore() {
        Page page = new Page();
        store("a", AttemptState.FINISHED, null);
        watchers.add("a", page);
        watchers.tick();
        assertEquals(List.of("FINISHED"), page.heard);
        assertFalse(page.listens);
        assertTrue(watchers.isEmpty());
    }

    @Test
    void theLineIsClosedWhenTheAttemptIsSweptAway() {
        Page page = new Page();
        watchers.add("a", page);
        watchers.tick();
        assertFalse(page.listens);
    }

    @Test
    void aPageThatHasGoneMakesPlace() {
        Page page = new Page();
        store("a", AttemptState.PENDING, null);
        watchers.add("a", page);
        watchers.add("a", new Page());
        assertFalse(watchers.add("a", new Page()));
        page.listens = false;
        watchers.tick();
        assertTrue(watchers.add("a", new Page()));
    }

    @Test
    void aSilentLineBeatsEveryFifteenSeconds() {
        Page page = new Page();
        store("a", AttemptState.PENDING, null);
        watchers.add("a", page);
        watchers.tick();
        for (int seconds = 0; seconds < 31; seconds++) {
            clock.now = clock.now.plus(Duration.ofSeconds(1));
            watchers.tick();
        }
        assertEquals(2, page.beats);
    }

    private void store(String id, AttemptState state, @Nullable String refusal) {
        stored.put(id, new Progress(id, state, Optional.ofNullable(refusal), START.plusSeconds(300)));
    }

    private List<Progress> answer(Collection<String> ids) {
        questions.add(ids);
        return ids.stream().map(stored::get).filter(Objects::nonNull).toList();
    }

    private static final class Page implements Watchers.Line {
        private final List<String> heard = new ArrayList<>();
        private boolean listens = true;
        private int beats;

        @Override
        public boolean open() {
            return listens;
        }

        @Override
        public void send(Progress progress) {
            heard.add(progress.state()
                    + progress.refusal().map(slug -> " " + slug).orElse(""));
        }

        @Override
        public void beat() {
            beats++;
        }

        @Override
        public void close() {
            listens = false;
        }
    }

    private static final class MovedClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
