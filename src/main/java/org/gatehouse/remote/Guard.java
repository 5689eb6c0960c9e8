package org.gatehouse.remote;

import dev.failsafe.Bulkhead;
import dev.failsafe.BulkheadFullException;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Stands between us and a network that may be down: few calls at a time, none for a while after several failures in a row, and one
 * second try where the first failed in a way that may be over in a moment. An outage is told to the operator once, and its end once.
 */
public final class Guard {
    private static final Logger LOG = System.getLogger(Guard.class.getName());
    private static final int FAILURES = 5;
    private static final Duration BEFORE_RETRY = Duration.ofMillis(50);

    private final AtomicBoolean outage = new AtomicBoolean();
    private final String who;
    private final String meanwhile;
    private final FailsafeExecutor<Object> policies;
    private volatile String reason = "";

    /**
     * @param who who is asked, as the log names it
     * @param meanwhile what an operator reads about an outage: a sentence that begins with "Until this is over"
     * @param atOnce the most calls at the same time
     * @param pause how long nobody is asked after {@value #FAILURES} failures in a row; then one call tries
     * @param budget the longest time that a call and its second try take together
     */
    public Guard(String who, String meanwhile, int atOnce, Duration pause, Duration budget) {
        this.who = who;
        this.meanwhile = meanwhile;
        CircuitBreaker<Object> breaker = CircuitBreaker.builder()
                .withFailureThreshold(FAILURES)
                .withSuccessThreshold(1)
                .withDelay(pause)
                .onOpen(event -> begins())
                .onClose(event -> ends())
                .build();
        RetryPolicy<Object> retry = RetryPolicy.builder()
                .handleIf(fault -> fault instanceof NoAnswer none && none.kind() == NoAnswer.Kind.PASSING)
                .withMaxRetries(1)
                .withDelay(BEFORE_RETRY)
                .withMaxDuration(budget)
                .build();
        policies = Failsafe.with(Bulkhead.of(atOnce), breaker, retry);
    }

    /**
     * Makes the call, which throws whatever it throws.
     *
     * @throws NoAnswer of the kind {@code NOT_ASKED} if the call was not made
     */
    public <T> T call(Supplier<T> call) {
        try {
            return policies.get(() -> remembering(call));
        } catch (BulkheadFullException e) {
            throw new NoAnswer(NoAnswer.Kind.NOT_ASKED, "is not asked: too many calls are under way");
        } catch (CircuitBreakerOpenException e) {
            throw new NoAnswer(NoAnswer.Kind.NOT_ASKED, "is not asked: the last calls failed");
        }
    }

    private <T> T remembering(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            reason = e instanceof NoAnswer ? String.valueOf(e.getMessage()) : "gives an answer that cannot be read";
            throw e;
        }
    }

    private void begins() {
        // The breaker opens again after each try that fails: the same outage.
        if (outage.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "{0} {1}. {2}", who, reason, meanwhile);
        }
    }

    private void ends() {
        if (outage.compareAndSet(true, false)) LOG.log(Level.WARNING, "{0} answers again.", who);
    }
}
