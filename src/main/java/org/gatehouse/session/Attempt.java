package org.gatehouse.session;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.wallet.AccountId;

/**
 * A sign-in attempt as the browser that began it may see it.
 *
 * @param id its public id, which stands in the callback's path; 32 hex digits
 * @param token what the wallet shows and sends
 * @param state where it stands
 * @param begunAt when it began
 * @param expiresAt until when the wallet can confirm it
 * @param wallet the wallet that has proven it
 * @param refusal slug of the reason why the wallet's last try failed, such as {@code wrong-signature}
 * @param purpose what it is for
 * @param goOn where the browser goes when it is signed in
 */
public record Attempt(
        String id,
        WalletToken token,
        AttemptState state,
        Instant begunAt,
        Instant expiresAt,
        Optional<AccountId> wallet,
        Optional<String> refusal,
        AttemptPurpose purpose,
        LocalPath goOn) {}
