package org.gatehouse.selfkey;

import java.time.Instant;
import org.gatehouse.wallet.AccountId;

/**
 * A login that a page of a client has begun, and that waits for its browser.
 *
 * @param client the {@code client_id}
 * @param wallet the wallet that signed
 * @param signedAt when it was asked to, in whole seconds: it did not sign before
 */
public record Login(String client, AccountId wallet, Instant signedAt) {}
