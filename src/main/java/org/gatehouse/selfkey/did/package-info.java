/**
 * Asks SelfKey's registry, the contract DIDLedger on Ethereum, who controls a {@code did:selfkey}. It is asked through an RPC endpoint of the
 * administrator's choice, and not at all where none is configured.
 *
 * <p>A sign-in waits for this room: every wait is bounded. Nothing is kept, since a controller may change. This room knows no sign-in, no token and no
 * database.
 *
 * <p>Follows the contract as SelfKey's node library calls it ({@code getController(bytes32)}) and Ethereum's JSON-RPC ({@code eth_call}).
 */
@NullMarked
package org.gatehouse.selfkey.did;

import org.jspecify.annotations.NullMarked;
