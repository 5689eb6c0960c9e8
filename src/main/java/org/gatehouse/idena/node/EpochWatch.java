package org.gatehouse.idena.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.remote.Deadline;
import org.jspecify.annotations.Nullable;

/** Knows the epoch: asks for it at most once a minute, and each time while a ceremony is on or overdue. */
final class EpochWatch {
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final String THE_ONLY_KEY = "epoch";

    private final IdentitySource source;
    private final Clock clock;
    private final SharedCalls<String, Optional<Epoch>> calls;
    private final AtomicReference<@Nullable Epoch> last = new AtomicReference<>();

    EpochWatch(IdentitySource source, Clock clock) {
        this.source = source;
        this.clock = clock;
        calls = new SharedCalls<>(clock, 1);
    }

    /** The epoch; empty where it cannot be learnt before the deadline, which is remembered for a few seconds. */
    Optional<Epoch> epoch(Deadline deadline) {
        return calls.get(THE_ONLY_KEY, deadline, () -> ask(deadline)).flatMap(epoch -> epoch);
    }

    private SharedCalls.Kept<Optional<Epoch>> ask(Deadline deadline) {
        Optional<Epoch> epoch = answer(deadline);
        Instant now = clock.instant();
        return new SharedCalls.Kept<>(
                epoch,
                epoch.map(known -> known.keepUntil(now, now.plus(KEPT))).orElse(now.plus(IdenaNetwork.UNKNOWN_KEPT)));
    }

    private Optional<Epoch> answer(Deadline deadline) {
        try {
            Epoch epoch = source.epoch(deadline);
            return Optional.of(last.updateAndGet(before -> before == null ? epoch : epoch.after(before)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
