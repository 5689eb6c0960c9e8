package org.gatehouse.account;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.wallet.AccountId;

/**
 * A wallet of an account, with what was last said of the person.
 *
 * @param wallet the wallet
 * @param linkedAt since when it belongs to the account
 * @param state what its network said last; empty where it never said anything
 * @param stateAt when it said so, to the hour
 */
public record KnownWallet(AccountId wallet, Instant linkedAt, Optional<String> state, Optional<Instant> stateAt) {}
