package org.gatehouse.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An account as it stands in a list of people.
 *
 * @param id its id
 * @param createdAt when its first wallet signed in for the first time
 * @param signedInAt when somebody signed in to it last
 * @param blockedAt since when nobody may sign in to it
 * @param roles the roles that were given to it
 * @param wallets its wallets, the oldest first
 */
public record ListedAccount(
        String id,
        Instant createdAt,
        Optional<Instant> signedInAt,
        Optional<Instant> blockedAt,
        Set<String> roles,
        List<KnownWallet> wallets) {}
