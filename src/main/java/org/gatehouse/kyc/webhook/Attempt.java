package org.gatehouse.kyc.webhook;

import java.time.Instant;

/**
 * A try of a delivery that is this node's.
 *
 * @param id the delivery's id
 * @param client the client that is told
 * @param webhook where
 * @param body what
 * @param number which try it is, from 1
 * @param at when
 */
record Attempt(String id, String client, Webhook webhook, String body, int number, Instant at) {}
