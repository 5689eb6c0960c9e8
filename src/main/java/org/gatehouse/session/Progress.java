package org.gatehouse.session;

import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.http.Json;

/**
 * Where an attempt stands, as the waiting page is told.
 *
 * @param id the attempt's public id
 * @param state where it stands
 * @param refusal slug of the reason why the wallet's last try failed
 * @param expiresAt until when the wallet can confirm it
 */
record Progress(String id, AttemptState state, Optional<String> refusal, Instant expiresAt) {
    static Progress of(AttemptRow row, Instant now) {
        return new Progress(row.id, row.state(now), Optional.ofNullable(row.refusal), row.expiresAt);
    }

    /** Whether nothing can change any more. */
    boolean over() {
        return state != AttemptState.PENDING && state != AttemptState.PROVEN;
    }

    /** {@code {"id", "state", "expires_in" (seconds), "refusal" (slug or null)}}. */
    String toJson(Instant now) {
        JsonObjectBuilder json = Json.object()
                .add("id", id)
                .add("state", state.name().toLowerCase(Locale.ROOT))
                .add("expires_in", Math.max(0, Duration.between(now, expiresAt).toSeconds()));
        refusal.ifPresentOrElse(slug -> json.add("refusal", slug), () -> json.addNull("refusal"));
        return json.build().toString();
    }
}
