package org.gatehouse.selfkey;

import java.time.Instant;

/**
 * A challenge that we handed out, and that can be answered now.
 *
 * @param claimant who is to sign
 * @param text what is to be signed
 * @param jti what tells it from all others: 32 characters
 * @param issuedAt when we did, in whole seconds
 * @param expiresAt from when it is not taken any more
 */
record ChallengeToken(Claimant claimant, String text, String jti, Instant issuedAt, Instant expiresAt) {}
