/**
 * A world that is made up: people, sign-ins, applications with documents, as a Gatehouse has them after two months, so that its pages can be judged full. Into an
 * empty database alone, on localhost alone, and only when switched on; a database that has it is refused anywhere else.
 *
 * <p>What happens in it is done by the rooms themselves, each thing at its own time ({@code ops.Past}).
 */
@NullMarked
package org.gatehouse.world;

import org.jspecify.annotations.NullMarked;
