/**
 * What auditors ask: to search the trail, to have a copy of it, and to check it (docs/audit.md).
 *
 * <p>It changes nothing, and must not know what the events tell of.
 */
@NullMarked
package org.gatehouse.auditor;

import org.jspecify.annotations.NullMarked;
