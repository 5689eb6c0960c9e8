package org.gatehouse.client;

import java.time.Duration;
import java.util.Optional;

/**
 * How the tokens of a client are made. A lifetime that is absent is that of the general setting.
 *
 * @param audience the {@code aud} of its access tokens
 * @param algorithm how its tokens are signed: {@code RS256} or {@code ES256}
 * @param type the {@code typ} of its access tokens: {@code JWT} or {@code at+jwt}
 * @param jku whether its tokens say where the keys are
 * @param groupsClaim the claim that holds the groups, {@code groups} by default
 * @param access how long its access tokens are valid
 * @param id how long its ID tokens are valid
 * @param refresh how long its refresh tokens are valid at most
 * @param refreshIdle how long its refresh tokens are valid without use
 */
public record TokenProfile(
        String audience,
        String algorithm,
        String type,
        boolean jku,
        String groupsClaim,
        Optional<Duration> access,
        Optional<Duration> id,
        Optional<Duration> refresh,
        Optional<Duration> refreshIdle) {}
