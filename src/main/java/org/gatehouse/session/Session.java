package org.gatehouse.session;

import java.time.Duration;
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
 * @param handedOver whether a page of an application had the proof first: it may not be the person who came with it
 */
public record Session(
        String id, String account, AccountId wallet, Instant authenticatedAt, Instant expiresAt, boolean handedOver) {
    /** For how long a wallet's signature says who sits there. */
    private static final Duration CERTAIN = Duration.ofMinutes(10);

    /** Whether a wallet said so lately who sits there that its account may be given to another wallet, or taken from one. */
    public boolean certain(Instant now) {
        return !handedOver && authenticatedAt.isAfter(now.minus(CERTAIN));
    }

    /** Whether a wallet said so on our own page, and no longer ago than that. */
    public boolean shown(Duration most, Instant now) {
        return !handedOver && Duration.between(authenticatedAt, now).compareTo(most) <= 0;
    }
}
