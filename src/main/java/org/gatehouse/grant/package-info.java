/**
 * What a session gave to a client: authorization codes, families of refresh tokens, and the claims of the tokens.
 *
 * <p>A grant is one row: made with its code, redeemed once, refreshed any number of times, and revoked as a whole. This room knows no HTTP and no messages
 * of OAuth.
 */
@NullMarked
package org.gatehouse.grant;

import org.jspecify.annotations.NullMarked;
