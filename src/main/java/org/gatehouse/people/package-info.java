/**
 * What people and administrators may ask of accounts and change in them: wallets, roles, sessions, and who may sign in at all.
 *
 * <p>It joins what {@code account}, {@code session} and {@code grant} know of one person, and writes the trail. How a wallet is proven, and how a caller is
 * recognised, it does not know.
 */
@NullMarked
package org.gatehouse.people;

import org.jspecify.annotations.NullMarked;
