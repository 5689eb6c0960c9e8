package org.gatehouse.selfkey;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often challenges were answered wrongly, on this node. Of very many the oldest are forgotten. */
@ApplicationScoped
class WrongAnswers {
    private static final int MOST = 10;
    private static final int KEPT = 10_000;

    private final Map<String, Integer> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > KEPT;
        }
    };

    /** Whether this challenge had so many wrong answers that no other is looked at. */
    synchronized boolean tooMany(ChallengeToken challenge) {
        return counts.getOrDefault(challenge.jti(), 0) >= MOST;
    }

    /** Counts one; whether it is the first. */
    synchronized boolean first(ChallengeToken challenge) {
        return counts.merge(challenge.jti(), 1, Integer::sum) == 1;
    }
}
