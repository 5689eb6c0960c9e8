package org.gatehouse.session;

import java.time.Instant;
import org.gatehouse.wallet.AccountId;

/**
 * A signed-in browser.
 *
 * @param id its id, which is no secret
 * @param account the id of the account that is signed in
 * @param wallet the wallet that was proven
 * @param authenticatedAt when the wallet was proven
 * @param expiresAt when it ends even if it is used
 */
public record Session(String id, String account, AccountId wallet, Instant authenticatedAt, Instant expiresAt) {}
