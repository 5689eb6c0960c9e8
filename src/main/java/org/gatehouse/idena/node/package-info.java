/**
 * Asks the Idena network what it says of the person behind an address: state, age, stake, epoch. It is asked through a node of one's own
 * or through the public API, and offered as the {@link org.gatehouse.account.WalletNetwork} of {@code idena:mainnet}.
 *
 * <p>A sign-in page waits for this room: every wait is bounded, and an outage is the answer "unknown", never an exception. This room
 * knows no sign-in, no token and no database.
 *
 * <p>Follows the RPC of idena-go ({@code dna_identity}, {@code dna_epoch}) and the paths of idena-indexer-api.
 */
@NullMarked
package org.gatehouse.idena.node;

import org.jspecify.annotations.NullMarked;
