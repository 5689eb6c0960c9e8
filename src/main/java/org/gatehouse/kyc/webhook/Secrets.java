package org.gatehouse.kyc.webhook;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.http.Json;

/**
 * What a webhook's deliveries are signed with: two secrets while one takes the other's place, so that its receiver need not change at the same moment.
 *
 * @param current the secret
 * @param former the one before
 */
public record Secrets(WebhookSecret current, Optional<Former> former) {
    /** For how long the one before is used. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** A secret that is replaced, and until when it is used besides. */
    public record Former(WebhookSecret secret, Instant until) {}

    static Secrets of(WebhookSecret only) {
        return new Secrets(only, Optional.empty());
    }

    /** With another in place of the current one. One that was replaced before is used no more. */
    Secrets replacedBy(WebhookSecret next, Instant now) {
        return new Secrets(next, Optional.of(new Former(current, now.plus(OVERLAP))));
    }

    /** The header {@code webhook-signature}: one signature of each secret that is used now. */
    String signatures(String id, Instant now, String body) {
        Stream<WebhookSecret> besides = former.filter(one -> now.isBefore(one.until)).map(Former::secret).stream();
        return Stream.concat(Stream.of(current), besides)
                .map(secret -> secret.sign(id, now.getEpochSecond(), body))
                .collect(Collectors.joining(" "));
    }

    JsonObject toJson() {
        JsonObjectBuilder json = Json.object().add("current", current.text());
        former.ifPresent(one -> json.add("former", one.secret.text()).add("until", one.until.toString()));
        return json.build();
    }

    static Secrets fromJson(JsonObject json) {
        Optional<Former> former = Json.string(json, "former")
                .map(text -> new Former(WebhookSecret.parse(text), Instant.parse(json.getString("until"))));
        return new Secrets(WebhookSecret.parse(json.getString("current")), former);
    }
}
