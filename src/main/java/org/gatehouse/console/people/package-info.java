/**
 * The administrators' pages of people: whom there is, and what an administrator may do to one of them.
 *
 * <p>It shows and asks; what is allowed and what follows from it is of {@code people}.
 */
@NullMarked
package org.gatehouse.console.people;

import org.jspecify.annotations.NullMarked;
