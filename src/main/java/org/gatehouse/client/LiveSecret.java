package org.gatehouse.client;

import java.time.Instant;
import java.util.Optional;

/**
 * A secret that a client may prove itself by now; the secret itself nobody knows here.
 *
 * @param createdAt when it was made, or taken from the clients file
 * @param expiresAt until when it is taken; empty for as long as no other takes its place
 * @param fromFile whether it stands in the clients file
 */
public record LiveSecret(Instant createdAt, Optional<Instant> expiresAt, boolean fromFile) {}
