/**
 * Single-use challenges: issue one for a holder, replace it a bounded number of times, consume it exactly once by a conditional
 * {@code UPDATE}, sweep what expired.
 *
 * <p>It does not know which protocol asks, nor what is signed.
 */
@NullMarked
package org.gatehouse.challenge;

import org.jspecify.annotations.NullMarked;
