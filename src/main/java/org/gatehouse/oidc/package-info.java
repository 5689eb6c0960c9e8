/**
 * What an application gets: the access token of the signed-in person for a registered client, with the groups of that client's rules.
 *
 * <p>It does not know how a wallet proves itself. Follows MicroProfile JWT 2.1 for the claims.
 */
@NullMarked
package org.gatehouse.oidc;

import org.jspecify.annotations.NullMarked;
