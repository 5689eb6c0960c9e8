package org.gatehouse.account;

import org.gatehouse.wallet.AccountId;

/**
 * Said, in the transaction that takes it, of a wallet that an account has no more. What was signed in with it, and what came of that, ends with it.
 *
 * @param account the account's id
 * @param wallet the wallet
 */
public record WalletRemoved(String account, AccountId wallet) {}
