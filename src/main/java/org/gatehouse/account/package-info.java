/**
 * The person: an account with one or more wallets, and what the networks of these wallets say about the person.
 *
 * <p>An account's id is the stable subject of every token. This room knows no HTTP and no protocol: a wallet's network is a
 * {@link org.gatehouse.account.WalletNetwork} of another room.
 */
@NullMarked
package org.gatehouse.account;

import org.jspecify.annotations.NullMarked;
