package org.gatehouse.bridge;

import java.time.Instant;
import org.gatehouse.vault.Secret;

/**
 * A new session at a portal.
 *
 * @param secret what its cookie holds
 * @param expiresAt when it ends at the latest
 */
record BridgeSession(Secret secret, Instant expiresAt) {}
