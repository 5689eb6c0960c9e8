/**
 * A wallet in a web page, and a node that answers for it, to try things out on one's own machine. Off unless switched on, and refused
 * unless the public URL is on localhost.
 */
@NullMarked
package org.gatehouse.practice;

import org.jspecify.annotations.NullMarked;
