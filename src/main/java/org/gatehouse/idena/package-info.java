/**
 * Sign-in with Idena: the four calls of its documents as the real wallets speak them, and the links that bring a person to a wallet.
 *
 * <p>{@code idena.node} asks the network for a person's state. This room does not know any other wallet.
 */
@NullMarked
package org.gatehouse.idena;

import org.jspecify.annotations.NullMarked;
