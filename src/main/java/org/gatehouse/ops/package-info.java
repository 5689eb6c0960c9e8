/**
 * What an operator sees and what runs by itself: clock, health, and the sweep of expired rows.
 *
 * <p>Features offer a {@link org.gatehouse.ops.ReadyCheck} or a {@link org.gatehouse.ops.Sweep}; this room calls them and knows none.
 */
@NullMarked
package org.gatehouse.ops;

import org.jspecify.annotations.NullMarked;
