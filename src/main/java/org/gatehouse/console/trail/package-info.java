/**
 * The page of the trail: what is looked for in it, what one event says, and whether it is as it was made.
 *
 * <p>It shows and asks; the trail itself, and its copies, are of {@code audit} and {@code auditor}.
 */
@NullMarked
package org.gatehouse.console.trail;

import org.jspecify.annotations.NullMarked;
