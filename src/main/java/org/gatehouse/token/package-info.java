/**
 * The key ring, and JWTs: minting, checking, and the JWKS document. Private keys are stored encrypted under the master key.
 *
 * <p>Follows RFC 7515, 7517, 7518, 7519, 7638, 8725 and MicroProfile JWT 2.1. It does not know accounts or clients.
 */
@NullMarked
package org.gatehouse.token;

import org.jspecify.annotations.NullMarked;
