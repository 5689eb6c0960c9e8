package org.gatehouse.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** What was recorded a short while ago. Where anybody may try, the trail need not hold every try: it is kept. */
final class Seldom {
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Cache<String, Boolean> noted =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(BETWEEN).build();

    /** Whether this is the first of its kind, on this node and in this minute. */
    boolean first(String kind) {
        return noted.asMap().putIfAbsent(kind, true) == null;
    }
}
