/**
 * A sign-in attempt, bound to the browser that began it, and the session that comes of it.
 *
 * <p>A wallet protocol proves an attempt; only the browser that holds the attempt's secret turns the proof into a session, once, under a new
 * secret. This room does not know which wallet proved it. Follows OWASP ASVS 5.0 chapter 7.
 */
@NullMarked
package org.gatehouse.session;

import org.jspecify.annotations.NullMarked;
