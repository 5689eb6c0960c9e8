package org.gatehouse.token;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.problem.Problem;

/** The signing keys of both families, for administrators. Each change stands in the trail. */
@Dependent
public class KeyPlans {
    private final KeyRings rings;
    private final Clock clock;

    @Inject
    KeyPlans(KeyRings rings, Clock clock) {
        this.rings = rings;
        this.clock = clock;
    }

    /** What came of asking for a successor: its kid, or why there is none. */
    public record Rotation(Optional<String> kid, Optional<Problem> refused) {}

    /** All keys that ever were, by family, algorithm and age. */
    public List<KeyPlan> all() {
        Instant now = clock.instant();
        return rings.rows().stream()
                .map(row -> KeyPlan.of(row, rings.of(row.family), now))
                .toList();
    }

    /**
     * Makes the successor of the active key now.
     *
     * @param by the account of who asks for it
     * @return {@link Problem#UNKNOWN_KEY} where there is no key of this family and algorithm, {@link Problem#KEY_PENDING} where one is pending already
     */
    public Rotation rotate(String family, String algorithm, String by) {
        return KeyFamily.named(family)
                .map(rings::of)
                .flatMap(ring ->
                        SigningAlgorithm.named(algorithm).filter(ring::has).map(known -> rotate(ring, known, by)))
                .orElseGet(() -> new Rotation(Optional.empty(), Optional.of(Problem.UNKNOWN_KEY)));
    }

    private static Rotation rotate(KeyRing ring, SigningAlgorithm algorithm, String by) {
        Optional<String> kid = ring.rotate(algorithm, by);
        return new Rotation(kid, kid.isPresent() ? Optional.empty() : Optional.of(Problem.KEY_PENDING));
    }

    /**
     * Takes a key out at once: nothing that it signed is taken any more.
     *
     * @param by the account of who asks for it
     * @return why not, if it is refused: {@link Problem#UNKNOWN_KEY}, {@link Problem#KEY_GONE}
     */
    public Optional<Problem> revoke(String kid, String by) {
        return switch (rings.revoke(kid, by)) {
            case DONE -> Optional.empty();
            case UNKNOWN -> Optional.of(Problem.UNKNOWN_KEY);
            case GONE -> Optional.of(Problem.KEY_GONE);
        };
    }
}
