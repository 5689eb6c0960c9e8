package org.gatehouse.console.admin;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.console.When;
import org.gatehouse.token.KeyPlan;
import org.jspecify.annotations.Nullable;

/**
 * A signing key in the list.
 *
 * @param state {@code pending}, {@code active}, {@code retired} or {@code gone}
 * @param since since when it is in this state
 * @param step what happens to it next, as the end of a key of the bundle; empty where nothing does
 * @param next when that is
 */
public record KeyLine(
        String kid,
        String family,
        String algorithm,
        String state,
        @Nullable When since,
        String step,
        @Nullable When next,
        boolean rotatable) {
    static KeyLine of(KeyPlan key) {
        return switch (key.state()) {
            case "pending" -> line(key, Optional.of(key.createdAt()), "signs", Optional.of(key.activeFrom()), false);
            case "active" ->
                line(
                        key,
                        Optional.of(key.activeFrom()),
                        key.retiredAt().isPresent() ? "retires" : "planned",
                        key.nextRotation(),
                        key.retiredAt().isEmpty());
            case "retired" -> line(key, key.retiredAt(), "goes", key.goneAt(), false);
            default -> line(key, key.goneAt(), "", Optional.empty(), false);
        };
    }

    private static KeyLine line(
            KeyPlan key, Optional<Instant> since, String step, Optional<Instant> next, boolean rotatable) {
        return new KeyLine(
                key.kid(), key.family(), key.algorithm(), key.state(), When.of(since), step, When.of(next), rotatable);
    }

    /** Whether it is the one that signs. */
    public boolean active() {
        return state.equals("active");
    }
}
