/**
 * Sends what waits in a table to others, over HTTP, from any node and until it is taken.
 *
 * <p>A room that has something to tell writes a row in the transaction of what it tells of, and offers its rows as an {@link org.gatehouse.outbox.Outbox}. What
 * the rows say, when they are due again and when they are given up is that room's; this one knows when to look, how much to send at once and how.
 */
@NullMarked
package org.gatehouse.outbox;

import org.jspecify.annotations.NullMarked;
