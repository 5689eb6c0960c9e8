package org.gatehouse.world;

import java.time.Instant;
import org.gatehouse.wallet.AccountId;

/**
 * Somebody of the made-up world.
 *
 * @param firstName as on the passport
 * @param lastName as on the passport
 * @param city where they live
 * @param country where that is, ISO 3166-1 alpha-2
 * @param wallet what they sign in with
 * @param account their account's id
 * @param since when they came first
 */
record Resident(
        String firstName,
        String lastName,
        String city,
        String country,
        AccountId wallet,
        String account,
        Instant since) {}
