/**
 * Portals that know nothing of OpenID Connect: a reverse proxy asks here, for each request, who is there, and passes the answer on as headers.
 *
 * <p>For the provider a portal is a client like others. Its relying party is this room, in the same process: it begins the sign-in, redeems the code and
 * keeps a cookie on the portal's own host, since the cookie of our session neither reaches other hosts nor should. What it answers is what holds at
 * this moment; it keeps nothing of the person. It does not know how a wallet proves itself, nor how a code comes about.
 */
@NullMarked
package org.gatehouse.bridge;

import org.jspecify.annotations.NullMarked;
