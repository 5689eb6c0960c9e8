package org.gatehouse.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.wallet.AccountId;

/**
 * What is stored of an account.
 *
 * @param id its id, the {@code sub} of tokens
 * @param createdAt when its first wallet signed in for the first time
 * @param blockedAt since when nobody may sign in to it
 * @param roles the roles that were given to it
 * @param wallets its wallets, the oldest first
 */
public record AccountRecord(
        String id, Instant createdAt, Optional<Instant> blockedAt, Set<String> roles, List<AccountId> wallets) {}
