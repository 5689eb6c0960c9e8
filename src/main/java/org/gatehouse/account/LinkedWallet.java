package org.gatehouse.account;

import java.time.Instant;
import org.gatehouse.wallet.AccountId;

/**
 * A wallet of an account.
 *
 * @param wallet the wallet
 * @param since when it was added
 */
public record LinkedWallet(AccountId wallet, Instant since) {}
