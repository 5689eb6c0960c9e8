/**
 * Applications of other people, as {@code docs/portals.md} shows them: the tests deploy them beside Gatehouse and sign in to them. Nothing of Gatehouse is
 * in here.
 */
@NullMarked
package org.gatehouse.portal;

import org.jspecify.annotations.NullMarked;
