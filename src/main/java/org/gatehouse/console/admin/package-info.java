/**
 * The administrators' pages of this Gatehouse itself: the overview, the signing keys, the configuration.
 *
 * <p>It shows and asks; what is allowed and what follows from it is of the rooms that have it.
 */
@NullMarked
package org.gatehouse.console.admin;

import org.jspecify.annotations.NullMarked;
