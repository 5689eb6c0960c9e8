/**
 * The catalogue of refusals of our own API: slug, status and sentence of each, answered as {@code application/problem+json} (RFC 9457).
 * The same slug stands in the log and in the audit trail.
 *
 * <p>The wallet protocols keep their own shapes for errors, inside their features. This room knows no feature.
 */
@NullMarked
package org.gatehouse.problem;

import org.jspecify.annotations.NullMarked;
