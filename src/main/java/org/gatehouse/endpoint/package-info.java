/**
 * A client's root endpoint, {@code /selfkey/{client_id}}, as SelfKey's documents call it: where it is, from which pages it may be called, who calls, and how it
 * refuses. What is behind its paths is the affair of other rooms, which do not know one another.
 */
@NullMarked
package org.gatehouse.endpoint;

import org.jspecify.annotations.NullMarked;
