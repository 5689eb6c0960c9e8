package org.gatehouse.token;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A signing key as administrators see it: what it is, and what becomes of it when. Without its private half.
 *
 * @param kid its id
 * @param family which tokens it signs: {@code token} or {@code wallet}
 * @param algorithm how it signs
 * @param state {@code pending}, {@code active}, {@code retired} or {@code gone}
 * @param createdAt when it was made
 * @param activeFrom from when it signs
 * @param retiredAt when its successor takes over or took over; empty where it has none
 * @param goneAt when nothing that it signed is taken any more; empty where that is not settled
 * @param nextRotation of an active key: when its successor takes over, as it is settled or planned
 */
public record KeyPlan(
        String kid,
        String family,
        String algorithm,
        String state,
        Instant createdAt,
        Instant activeFrom,
        Optional<Instant> retiredAt,
        Optional<Instant> goneAt,
        Optional<Instant> nextRotation) {
    static KeyPlan of(SigningKey row, KeyRing ring, Instant now) {
        SigningKey.State state = row.state(now);
        return new KeyPlan(
                row.kid,
                row.family.text(),
                row.algorithm.name(),
                state.name().toLowerCase(Locale.ROOT),
                row.createdAt,
                row.activeFrom,
                Optional.ofNullable(row.retiredAt),
                Optional.ofNullable(row.goneAt),
                state == SigningKey.State.ACTIVE ? Optional.of(ring.nextRotation(row)) : Optional.empty());
    }
}
