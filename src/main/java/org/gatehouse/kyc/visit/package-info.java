/**
 * Visits: someone whose wallet handed them over, with a user token, to a browser or to a server of the client's, acts for a while by a cookie of their own. It is for
 * one client alone, and it is no session: nothing else than a root endpoint and the pages of an application know it.
 */
@NullMarked
package org.gatehouse.kyc.visit;

import org.jspecify.annotations.NullMarked;
