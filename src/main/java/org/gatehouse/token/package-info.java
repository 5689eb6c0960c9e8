/**
 * The key rings, and JWTs: minting, checking, and the JWKS documents. Private keys are stored encrypted under the master key.
 *
 * <p>A key is <em>pending</em> (published, not signing), then <em>active</em>, then <em>retired</em> (published until the last token that it signed has
 * expired and the longest cache has run out), then <em>gone</em> (its private half erased). All nodes see the same rows and the clock alone moves a
 * key on, so that they change over together.
 *
 * <p>Wallet tokens have a ring of their own, so that a server which takes other tokens can never be made to take one by its signature.
 *
 * <p>Follows RFC 7515, 7517, 7518, 7519, 7638, 8725 and MicroProfile JWT 2.1. It does not know accounts or clients.
 */
@NullMarked
package org.gatehouse.token;

import org.jspecify.annotations.NullMarked;
