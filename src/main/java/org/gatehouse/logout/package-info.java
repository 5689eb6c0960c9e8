/**
 * The end of a session as applications see it: what a request to sign out may do, and telling the applications of a session that it ended.
 *
 * <p>A notice to an application is a row, written in the transaction that ends the session and removed when the application has taken it; any node
 * delivers it. Follows OpenID Connect RP-Initiated Logout 1.0 and OpenID Connect Back-Channel Logout 1.0. This room renders no page.
 */
@NullMarked
package org.gatehouse.logout;

import org.jspecify.annotations.NullMarked;
