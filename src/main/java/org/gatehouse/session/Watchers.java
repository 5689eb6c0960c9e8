package org.gatehouse.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pages that wait on this node. Each tick asks once for all of them, so that a waiting page costs neither a thread nor a query of its
 * own, and so that it does not matter which node the wallet talked to.
 */
final class Watchers {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** A connection to a waiting page. */
    interface Line {
        /** Whether the page still listens, as far as is known. */
        boolean open();

        /** Tells the page; throws nothing. */
        void send(Progress progress);

        /** Sends something that the page ignores: proxies cut a silent connection, and a page that has gone shows. */
        void beat();

        /** Hangs up. */
        void close();
    }

    private final Function<Collection<String>, List<Progress>> source;
    private final Clock clock;
    private final Semaphore places;
    private final Set<Watcher> all = ConcurrentHashMap.newKeySet();

    /**
     * @param source finds the progress of attempts by their ids
     * @param clock the time
     * @param most how many may wait at once
     */
    Watchers(Function<Collection<String>, List<Progress>> source, Clock clock, int most) {
        this.source = source;
        this.clock = clock;
        this.places = new Semaphore(most);
    }

    /** Lets a page wait; false where there is no place for it. */
    boolean add(String attempt, Line line) {
        if (!places.tryAcquire()) return false;
        all.add(new Watcher(attempt, line, clock.instant()));
        return true;
    }

    /** Whether nobody waits. */
    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Tells each page what has changed since the last tick, and lets those go that need to wait no more. */
    void tick() {
        for (Watcher watcher : all) if (!watcher.line.open()) remove(watcher);
        Set<String> ids = all.stream().map(watcher -> watcher.attempt).collect(Collectors.toSet());
        if (ids.isEmpty()) return;
        Map<String, Progress> found =
                source.apply(ids).stream().collect(Collectors.toMap(Progress::id, progress -> progress));
        for (Watcher watcher : all) if (ids.contains(watcher.attempt)) tell(watcher, found.get(watcher.attempt));
    }

    /** Hangs up on everyone: the application stops. */
    void closeAll() {
        all.forEach(this::remove);
    }

    private void tell(Watcher watcher, @Nullable Progress now) {
        Instant time = clock.instant();
        if (now != null && !now.equals(watcher.told)) {
            watcher.line.send(now);
            watcher.told = now;
            watcher.heardAt = time;
        } else if (!time.isBefore(watcher.heardAt.plus(HEARTBEAT))) {
            watcher.line.beat();
            watcher.heardAt = time;
        }
        if (now == null || now.over()) remove(watcher);
    }

    private void remove(Watcher watcher) {
        if (!all.remove(watcher)) return;
        places.release();
        watcher.line.close();
    }

    /** One page that waits. Only the ticking thread changes it. */
    private static final class Watcher {
        private final String attempt;
        private final Line line;
        private Instant heardAt;
        private @Nullable Progress told;

        private Watcher(String attempt, Line line, Instant heardAt) {
            this.attempt = attempt;
            this.line = line;
            this.heardAt = heardAt;
        }
    }
}
