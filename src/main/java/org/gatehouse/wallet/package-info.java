/**
 * What a wallet's signature says: Keccak-256, recovery of a secp256k1 public key, the messages that each wallet signs,
 * addresses (EIP-55) and account ids (CAIP-10).
 *
 * <p>Plain Java: no Jakarta, no clock, no input or output. A value of a type of this package is valid by construction.
 *
 * <p>Follows SEC 1 section 4.1.6 (recovery), EIP-2 (low s), EIP-55, EIP-191, CAIP-10.
 */
@NullMarked
package org.gatehouse.wallet;

import org.jspecify.annotations.NullMarked;
