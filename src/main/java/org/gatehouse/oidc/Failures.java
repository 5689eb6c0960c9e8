package org.gatehouse.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Who could not be authenticated as a client a short while ago. Anybody may try, and the trail is kept: it need not hold every try. */
@ApplicationScoped
class Failures {
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final Cache<String, Boolean> noted =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(BETWEEN).build();

    /** Whether this is the first failure in the name of this client, on this node and in this minute. */
    boolean first(String client) {
        return noted.asMap().putIfAbsent(client, true) == null;
    }
}
