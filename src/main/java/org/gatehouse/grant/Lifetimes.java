package org.gatehouse.grant;

import java.time.Duration;
import java.time.Instant;
import org.gatehouse.client.Client;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;

/**
 * How long tokens are valid unless their client says otherwise.
 *
 * @param access an access token
 * @param id an ID token
 * @param refresh a family of refresh tokens, from the sign-in on
 * @param refreshIdle a refresh token that is not used
 */
public record Lifetimes(Duration access, Duration id, Duration refresh, Duration refreshIdle) implements Settings {
    static Lifetimes read(Keys keys) {
        return new Lifetimes(
                keys.duration("gatehouse.token.access-lifetime", Duration.ofMinutes(1), Duration.ofHours(1)),
                keys.duration("gatehouse.token.id-lifetime", Duration.ofMinutes(1), Duration.ofHours(1)),
                keys.duration("gatehouse.token.refresh-lifetime", Duration.ofHours(1), Duration.ofDays(365)),
                keys.duration("gatehouse.token.refresh-idle", Duration.ofMinutes(10), Duration.ofDays(90)));
    }

    /** How long an access token for this client is valid. */
    public Duration access(Client client) {
        return client.tokens().access().orElse(access);
    }

    /** How long an ID token for this client is valid. */
    public Duration id(Client client) {
        return client.tokens().id().orElse(id);
    }

    /** When a refresh token ends that was given at this time, in a family that began at that time. */
    Instant refreshEnd(Client client, Instant began, Instant given) {
        return earlier(
                began.plus(client.tokens().refresh().orElse(refresh)),
                given.plus(client.tokens().refreshIdle().orElse(refreshIdle)));
    }

    /** When nothing can be valid any more of what is given at this time. */
    Instant end(Client client, Instant began, Instant given) {
        Instant refreshEnd = refreshEnd(client, began, given);
        Instant accessEnd = given.plus(access(client));
        return accessEnd.isAfter(refreshEnd) ? accessEnd : refreshEnd;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
